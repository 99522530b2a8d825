using System.Globalization;
using Matinee.Core.Artifacts;
using Matinee.Data.Download;

namespace Matinee.Data.Registry;

/// <summary>What comparing a model or a package with its checksums came to.</summary>
/// <param name="Subject">Which, for people.</param>
/// <param name="Found">What was compared, or what is wrong, a sentence.</param>
public sealed record VerifiedModel(string Subject, bool IsWhole, string Found);

/// <summary>Compares what is on disk with its checksums.</summary>
public static class ModelVerification
{
    /// <summary>A model folder, every version of it.</summary>
    public static IEnumerable<VerifiedModel> Folder(string path)
    {
        IReadOnlyList<ModelVersion> versions = new ModelHistory(path).Versions();
        if (versions.Count == 0)
        {
            // Says what is missing.
            return [Of(path, () => Describe(BundleFiles.Check(path)))];
        }

        return versions.Select(version =>
            Of(
                version.Folder == path ? path : $"{path} {version.Name}",
                () => Describe(BundleFiles.Check(version.Folder))
            )
        );
    }

    /// <summary>A package that lies beside its registry.</summary>
    /// <param name="location">Of a registry on this machine.</param>
    public static VerifiedModel Package(RegistryLocation location, RegistryEntry entry) =>
        Of(entry.Name, () => CheckPackage(location, entry));

    private static string CheckPackage(RegistryLocation location, RegistryEntry entry)
    {
        (Uri? web, string file) = location.PackageOf(entry);
        if (web is not null)
        {
            return $"lies on {web}: 'pull' verifies it.";
        }

        if (!File.Exists(file))
        {
            throw RegistryErrors.NoPackage(file, entry);
        }

        string hash = FileHashes.Sha256(file);
        return hash == entry.Sha256
            ? $"package {file} ({ByteSize.Format(new FileInfo(file).Length)}), sha256 {hash}."
            : throw RegistryErrors.WrongPackage(file, entry, $"its sha256 is {hash} instead of {entry.Sha256}", false);
    }

    private static string Describe(BundleFiles files) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{files.Count} files ({ByteSize.Format(files.Bytes)}), {(files.HasHistories ? "with" : "without")} histories; {files.Manifest.Model} by Matinee {files.Manifest.MatineeVersion}."
        );

    private static VerifiedModel Of(string subject, Func<string> check)
    {
        try
        {
            return new VerifiedModel(subject, true, check());
        }
        catch (MatineeException exception)
        {
            return new VerifiedModel(subject, false, exception.Message);
        }
    }
}
