using Matinee.Core.Artifacts;
using Matinee.Data.Download;

namespace Matinee.Data.Registry;

/// <summary>Brings a model of a registry to this machine: fetched, compared with the registry, unpacked, compared with its manifest.</summary>
public static class ModelPull
{
    /// <summary>
    /// The model ends up in <c>&lt;output directory&gt;/&lt;name&gt;</c>, whole or not at all. What has arrived over HTTP stays in a
    /// <c>.part</c> file when this is cancelled or fails on the way, and the next call resumes there.
    /// </summary>
    /// <exception cref="MatineeException">Whatever goes wrong, with what to do about it.</exception>
    public static async Task<PullResult> FetchAsync(
        RegistryLocation registry,
        RegistryEntry entry,
        DownloadOptions options,
        CancellationToken cancellation = default
    )
    {
        entry.RequireReadable();
        string folder = Path.Combine(options.OutputDirectory, entry.Name);
        if (!options.Force && Installed(folder, entry) is { } there)
        {
            return there;
        }

        AtomicFolder.RefuseForeign(folder, ModelBundle.Folder);
        (Uri? web, string file) = registry.PackageOf(entry);
        try
        {
            Directory.CreateDirectory(options.OutputDirectory);
            if (web is null)
            {
                await using FileStream package = File.Exists(file)
                    ? File.OpenRead(file)
                    : throw RegistryErrors.NoPackage(file, entry);
                return await UnpackAsync(package, file, folder, entry, options, null, cancellation);
            }

            using PartFile part = PartFile.Open(Path.Combine(options.OutputDirectory, $"{entry.Name}.zip.part"));
            using var connection = new ServerConnection(options.Transfer);
            await new ZipTransfer(connection, web, options, RegistryErrors.Refused).RunAsync(part, cancellation);
            Stream content = part.ReadFromStart();
            PullResult result = await UnpackAsync(content, web.AbsoluteUri, folder, entry, options, part, cancellation);
            part.Discard();
            return result;
        }
        catch (NetworkFault fault)
        {
            throw RegistryErrors.Unreachable(web!, fault);
        }
        catch (IOException exception) when (PartFile.IsLocked(exception))
        {
            throw DownloadErrors.Busy(folder, exception);
        }
        catch (IOException exception) when (FreeSpace.IsDiskFull(exception))
        {
            throw DownloadErrors.DiskFull(options.OutputDirectory, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw DownloadErrors.CannotWrite(options.OutputDirectory, exception);
        }
    }

    private static PullResult? Installed(string folder, RegistryEntry entry)
    {
        if (!ModelBundle.IsBundle(folder))
        {
            return null;
        }

        if (FileHashes.Sha256(Path.Combine(folder, ModelBundle.ManifestFile)) != entry.Manifest)
        {
            throw RegistryErrors.OtherModel(folder);
        }

        BundleFiles files = BundleFiles.Check(folder);
        return files.HasHistories == entry.Histories
            ? new PullResult(folder, files, AlreadyThere: true)
            : throw RegistryErrors.OtherModel(folder);
    }

    private static async Task<PullResult> UnpackAsync(
        Stream package,
        string where,
        string folder,
        RegistryEntry entry,
        DownloadOptions options,
        PartFile? part,
        CancellationToken cancellation
    )
    {
        options.Progress?.Report(new DownloadEvent.Verifying());
        await RequireSameAsync(package, where, entry, part, cancellation);
        package.Position = 0;
        using var staging = new StagingFolder(folder);
        try
        {
            await ZipUnpacking.RunAsync(package, staging.Path, options, cancellation);
            BundleFiles files = BundleFiles.Check(staging.Path);
            AtomicFolder.RefuseForeign(staging.Path, ModelBundle.Folder);
            staging.MoveToTarget();
            return new PullResult(folder, files, AlreadyThere: false);
        }
        catch (BadZipException exception)
        {
            part?.Discard();
            throw RegistryErrors.NotReadable(where, exception);
        }
        catch (MatineeException)
        {
            // To resume would end the same way.
            part?.Discard();
            throw;
        }
    }

    private static async Task RequireSameAsync(
        Stream package,
        string where,
        RegistryEntry entry,
        PartFile? part,
        CancellationToken cancellation
    )
    {
        string? wrong =
            package.Length != entry.Bytes ? $"it has {package.Length} bytes instead of {entry.Bytes}" : null;
        if (wrong is null && Checksum.TryParse(entry.Sha256, out Checksum? expected))
        {
            Checksum actual = await expected.OfAsync(package, cancellation);
            wrong = actual == expected ? null : $"its sha256 is {actual.Hex} instead of {expected.Hex}";
        }

        if (wrong is not null)
        {
            part?.Discard();
            throw RegistryErrors.WrongPackage(where, entry, wrong, part is not null);
        }
    }
}
