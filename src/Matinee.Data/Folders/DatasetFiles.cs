using Matinee.Core.Artifacts;

namespace Matinee.Data.Folders;

/// <summary>The files of a dataset folder and their checksums.</summary>
internal static class DatasetFiles
{
    public const string Ratings = "ratings.parquet";
    public const string Users = "users.parquet";
    public const string Movies = "movies.parquet";
    public const string Tags = "tags.parquet";
    public const string Plots = "plots.parquet";
    public const string SkippedRows = "skipped-rows.csv";

    /// <summary>What a dataset looks like on disk.</summary>
    public static FolderKind Folder { get; } =
        new(ManifestJson.IsDataset, [Ratings, Users, Movies, Tags, Plots, SkippedRows, ManifestJson.FileName]);

    /// <exception cref="MatineeException">The file is missing or not what was written.</exception>
    public static string Verified(string folder, string name, DatasetManifest manifest)
    {
        string path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            throw new MatineeException($"The dataset {folder} lacks {name}. Copy it whole, or preprocess again.");
        }

        if (!manifest.Files.TryGetValue(name, out string? expected) || FileHashes.Sha256(path) != expected)
        {
            throw new MatineeException(
                $"{path} is damaged or was changed: its checksum is not the manifest's. "
                    + "Copy the dataset again, or preprocess again."
            );
        }

        return path;
    }
}
