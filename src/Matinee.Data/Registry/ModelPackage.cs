using System.IO.Compression;
using Matinee.Core.Artifacts;

namespace Matinee.Data.Registry;

/// <summary>A bundle with its model card as one zip; equal content makes equal bytes, whenever it is packed.</summary>
internal static class ModelPackage
{
    // The earliest that a zip can hold.
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="bundle">Folder of one bundle.</param>
    /// <param name="name">Of the folder that everything in the zip lies in.</param>
    /// <param name="card">Text of the model card.</param>
    /// <param name="file">Where the zip goes; what is there is overwritten.</param>
    public static void Write(
        string bundle,
        string name,
        string card,
        bool withHistories,
        string file,
        CancellationToken cancellation
    )
    {
        BundleManifest manifest = ModelBundle.ReadManifest(new ModelVersion(ModelVersion.First, bundle));
        using FileStream stream = File.Create(file);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
        using (var writer = new StreamWriter(Entry(ModelBundle.CardFile).Open()))
        {
            writer.Write(card);
        }

        foreach (string path in manifest.Files.Keys.Append(ModelBundle.ManifestFile).Order(StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            string source = Path.Combine(bundle, path);
            if (BundleFiles.IsHistory(path) && (!withHistories || !File.Exists(source)))
            {
                continue;
            }

            using FileStream content = File.OpenRead(source);
            using Stream target = Entry(path).Open();
            content.CopyTo(target);
        }

        // Trained weights hardly compress: more effort would take minutes for a few percent.
        ZipArchiveEntry Entry(string path)
        {
            ZipArchiveEntry entry = zip.CreateEntry($"{name}/{path}", CompressionLevel.Fastest);
            entry.LastWriteTime = Time;
            return entry;
        }
    }
}
