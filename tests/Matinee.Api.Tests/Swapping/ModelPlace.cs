using Matinee.Core.Artifacts;

namespace Matinee.Api.Tests.Swapping;

/// <summary>A model folder of a test's own, beginning with EASE as a plain bundle.</summary>
internal sealed class ModelPlace : IDisposable
{
    private readonly Server.ServedBundles bundles;
    private readonly string root = Directory.CreateTempSubdirectory("matinee-model-").FullName;

    public ModelPlace(Server.ServedBundles bundles)
    {
        this.bundles = bundles;
        bundles.Load().Write(Path);
    }

    public string Path => System.IO.Path.Combine(root, "model");
    public ModelHistory History => new(Path);

    /// <summary>Adds a version, which does not answer yet.</summary>
    /// <param name="seed">Tells versions of the same model apart.</param>
    public ModelVersion Add(string kind = "als", long seed = 1) =>
        History.Add(folder => Bundle(kind, seed).Write(folder), TimeProvider.System);

    public ModelVersion Switch(string kind = "als", long seed = 1) =>
        History.MakeCurrent(Add(kind, seed).Name, TimeProvider.System);

    public ModelBundle Bundle(string kind, long seed)
    {
        ModelBundle bundle = bundles.Load(kind);
        return bundle with { Manifest = bundle.Manifest with { Seed = seed } };
    }

    /// <summary>Changes a byte at the end of the largest file of a version.</summary>
    /// <returns>Its path.</returns>
    public static string Damage(ModelVersion version)
    {
        string file = Directory
            .EnumerateFiles(System.IO.Path.Combine(version.Folder, "components"), "*", SearchOption.AllDirectories)
            .MaxBy(path => new FileInfo(path).Length)!;
        byte[] bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 1;
        File.WriteAllBytes(file, bytes);
        return file;
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
