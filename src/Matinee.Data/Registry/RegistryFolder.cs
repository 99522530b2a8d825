using Matinee.Core.Artifacts;

namespace Matinee.Data.Registry;

/// <summary>A folder of packages with their <c>registry.json</c>, as it can be copied to a web server.</summary>
public sealed class RegistryFolder(string folder)
{
    private const int ShownHash = 8;

    /// <summary>
    /// Packs a bundle and offers it under its name, in place of what was offered there. Whoever reads the registry finds the old
    /// package or the new one.
    /// </summary>
    /// <param name="draft">All but what is known of the package only once it is written.</param>
    /// <param name="bundle">Folder of one bundle.</param>
    /// <param name="card">Text of the model card.</param>
    /// <returns>The entry as published.</returns>
    /// <exception cref="MatineeException">The bundle or the registry is damaged, or another process is publishing.</exception>
    public RegistryEntry Publish(
        RegistryEntry draft,
        string bundle,
        string card,
        CancellationToken cancellation = default
    )
    {
        Directory.CreateDirectory(folder);
        using FileStream held =
            FileLock.TryTake(Path.Combine(folder, ".registry.lock"))
            ?? throw new MatineeException($"Another process is publishing in {folder}. Wait until it has ended.");
        string index = Path.Combine(folder, ModelRegistry.FileName);
        ModelRegistry registry = File.Exists(index)
            ? ModelRegistry.FromJson(File.ReadAllText(index), index)
            : new ModelRegistry();
        string temporary = Path.Combine(folder, $".{draft.Name}.{Guid.NewGuid():N}.tmp");
        try
        {
            ModelPackage.Write(bundle, draft.Name, card, draft.Histories, temporary, cancellation);
            string hash = FileHashes.Sha256(temporary);
            // Named by its content: until the registry names it, the old one is still there.
            RegistryEntry entry = draft with
            {
                Url = $"{draft.Name}-{hash[..ShownHash]}.zip",
                Sha256 = hash,
                Manifest = FileHashes.Sha256(Path.Combine(bundle, ModelBundle.ManifestFile)),
                Bytes = new FileInfo(temporary).Length,
            };
            entry.Check(index);
            File.Move(temporary, Path.Combine(folder, entry.Url), overwrite: true);
            string checksum = $"\nPackage: `{entry.Url}`, {entry.Bytes} bytes, SHA-256 `{entry.Sha256}`\n";
            Replace(Path.Combine(folder, $"{entry.Name}.md"), card + checksum);
            Replace(index, registry.With(entry).ToJson());
            DeleteOlder(entry);
            return entry;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private void DeleteOlder(RegistryEntry entry)
    {
        foreach (string file in Directory.GetFiles(folder, $"{entry.Name}-*.zip"))
        {
            string hash = Path.GetFileNameWithoutExtension(file)[(entry.Name.Length + 1)..];
            // Not those of a model whose name begins alike.
            if (hash.Length == ShownHash && hash.All(char.IsAsciiHexDigit) && Path.GetFileName(file) != entry.Url)
            {
                File.Delete(file);
            }
        }
    }

    private static void Replace(string file, string text)
    {
        string temporary = $"{file}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllText(temporary, text);
            File.Move(temporary, file, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
