using Matinee.Core.Artifacts;

namespace Matinee.Data.Folders;

/// <summary>
/// A dataset on disk: Parquet files that any tool opens, and a manifest. <c>ratings.parquet</c>, <c>users.parquet</c>,
/// <c>movies.parquet</c>, <c>tags.parquet</c>, <c>manifest.json</c>; <c>plots.parquet</c> where plots are known, and
/// <c>skipped-rows.csv</c> where rows were skipped.
/// </summary>
public static class DatasetFolder
{
    /// <summary>Refuses a path that holds anything but nothing or a dataset.</summary>
    /// <exception cref="MatineeException">The folder would lose files that are not ours.</exception>
    public static void CheckReplaceable(string path) => AtomicFolder.RefuseForeign(path, DatasetFiles.Folder);

    /// <summary>Writes the folder beside its place and renames it; a dataset that was there is replaced.</summary>
    /// <returns>The manifest as written, with the checksums of the files.</returns>
    public static DatasetManifest Write(string path, PreparedDataset prepared, CancellationToken cancellation = default)
    {
        DatasetManifest? manifest = null;
        AtomicFolder.Write(
            path,
            DatasetFiles.Folder,
            folder =>
            {
                manifest = DatasetWriter.Write(folder, prepared, cancellation);
                cancellation.ThrowIfCancellationRequested();
            }
        );
        return manifest!;
    }

    /// <exception cref="MatineeException">There is no dataset, or it is of another version, incomplete or damaged.</exception>
    public static Dataset Read(string path, CancellationToken cancellation = default) =>
        DatasetReader.Read(path, cancellation);

    /// <summary>What a dataset was made from and how, without its ratings.</summary>
    /// <exception cref="MatineeException">There is no dataset, or it is of another version.</exception>
    public static DatasetManifest ReadManifest(string path) => ManifestJson.Read(path);

    /// <summary>The dataset, and the tag applications behind its catalogue's tags.</summary>
    /// <exception cref="MatineeException">As for <see cref="Read"/>.</exception>
    public static (Dataset Dataset, TagApplications Tags) ReadWithTags(
        string path,
        CancellationToken cancellation = default
    ) => DatasetReader.ReadWithTags(path, cancellation);

    /// <summary>Compares every file with its checksum and reads none: takes no memory, and no native library.</summary>
    /// <exception cref="MatineeException">As for <see cref="Read"/>.</exception>
    public static DatasetManifest Verify(string path, CancellationToken cancellation = default)
    {
        DatasetManifest manifest = ManifestJson.Read(path);
        foreach (string name in manifest.Files.Keys)
        {
            cancellation.ThrowIfCancellationRequested();
            _ = DatasetFiles.Verified(path, name, manifest);
        }

        return manifest;
    }
}
