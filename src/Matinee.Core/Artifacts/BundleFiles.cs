namespace Matinee.Core.Artifacts;

/// <summary>The files of a bundle, compared with its manifest, without loading the model.</summary>
/// <param name="Count">Files that the manifest lists and that are there.</param>
/// <param name="HasHistories">Whether the people's histories are among them.</param>
/// <param name="KeepsRaters">
/// Whether the model itself says who rated which movie, by row and not by id: EASE solved on the users' side needs that to score.
/// </param>
/// <param name="KeepsPeople">Whether it keeps a vector of every person, by row and not by id, as the factorization machine does.</param>
public sealed record BundleFiles(
    BundleManifest Manifest,
    int Count,
    long Bytes,
    bool HasHistories,
    bool KeepsRaters,
    bool KeepsPeople
)
{
    private const string RatersTensor = "raters";
    private const string PeopleTensor = "users";

    /// <param name="folder">Of one bundle.</param>
    /// <exception cref="MatineeException">It is no bundle, of another version, or a listed file is missing or differs.</exception>
    public static BundleFiles Check(string folder)
    {
        BundleManifest manifest = ModelBundle.ReadManifest(new ModelVersion(ModelVersion.First, folder));
        FileHashes.Check(folder, manifest.Files, IsHistory, "Copy or pull the model again.");
        FileInfo[] present =
        [
            .. manifest.Files.Keys.Select(name => new FileInfo(Path.Combine(folder, name))).Where(file => file.Exists),
        ];
        string[] tensors =
        [
            .. present.Where(file => file.Name == ComponentWriter.TensorsFile).Select(file => file.FullName),
        ];
        return new BundleFiles(
            manifest,
            present.Length,
            present.Sum(file => file.Length),
            manifest.Files.Keys.Any(name => IsHistory(name) && File.Exists(Path.Combine(folder, name))),
            tensors.Any(file => Holds(file, RatersTensor)),
            tensors.Any(file => Holds(file, PeopleTensor))
        );
    }

    /// <summary>Whether a file of a bundle, by its relative path, is part of the people's histories.</summary>
    public static bool IsHistory(string name) =>
        name.StartsWith(BundleHistories.Folder + "/", StringComparison.Ordinal);

    private static bool Holds(string file, string tensor)
    {
        using var tensors = new SafetensorsReader(file);
        return tensors.Contains(tensor);
    }
}
