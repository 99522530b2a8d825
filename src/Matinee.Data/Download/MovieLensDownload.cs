namespace Matinee.Data.Download;

/// <summary>Fetches a MovieLens dataset from GroupLens, checks it and unpacks it.</summary>
public static class MovieLensDownload
{
    /// <summary>
    /// The dataset ends up in <c>&lt;output directory&gt;/&lt;name&gt;</c>, whole or not at all. What has arrived of the
    /// zip stays in <c>&lt;name&gt;.zip.part</c> when this is cancelled or fails on the way, and the next call resumes
    /// there. Where the server can't be reached, that is known within 10 seconds.
    /// </summary>
    /// <exception cref="MatineeException">Whatever goes wrong, with what to do about it.</exception>
    public static async Task<DownloadResult> FetchAsync(
        MovieLensDataset dataset,
        DownloadOptions options,
        CancellationToken cancellation = default
    )
    {
        string folder = Path.Combine(options.OutputDirectory, dataset.Name);
        if (!options.Force && IsThere(folder, dataset))
        {
            return new DownloadResult { Folder = folder, AlreadyThere = true };
        }

        var url = new Uri(new Uri(options.BaseUrl.AbsoluteUri.TrimEnd('/') + "/"), dataset.Name + ".zip");
        try
        {
            Directory.CreateDirectory(options.OutputDirectory);
            using PartFile part = PartFile.Open(Path.Combine(options.OutputDirectory, dataset.Name + ".zip.part"));
            return await FetchAsync(dataset, options, url, folder, part, cancellation);
        }
        catch (NetworkFault fault)
        {
            throw DownloadErrors.Unreachable(url, fault, folder);
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

    private static async Task<DownloadResult> FetchAsync(
        MovieLensDataset dataset,
        DownloadOptions options,
        Uri url,
        string folder,
        PartFile part,
        CancellationToken cancellation
    )
    {
        options.Progress?.Report(new DownloadEvent.Connecting(url));
        using var connection = new ServerConnection(options.Transfer);
        // Asked for before the zip: it finds out in seconds whether anybody answers, and a zip without it is no use.
        (Checksum? expected, ChecksumOrigin origin) = options.Checksum is { } given
            ? (given, ChecksumOrigin.Caller)
            : await ChecksumFile.FetchAsync(connection, url, cancellation);
        await new ZipTransfer(connection, url, options, DownloadErrors.Refused).RunAsync(part, cancellation);

        if (expected is not null)
        {
            options.Progress?.Report(new DownloadEvent.Verifying());
            Checksum actual = await expected.OfAsync(part.ReadFromStart(), cancellation);
            if (actual != expected)
            {
                part.Discard();
                throw DownloadErrors.WrongChecksum(url, expected, actual, origin);
            }
        }

        ZipPlan unpacked = await UnpackAsync(dataset, options, url, folder, part, cancellation);
        part.Discard();
        return new DownloadResult
        {
            Folder = folder,
            Files = unpacked.Files.Count,
            Bytes = unpacked.Bytes,
            Verified = expected,
            ChecksumOrigin = origin,
        };
    }

    private static async Task<ZipPlan> UnpackAsync(
        MovieLensDataset dataset,
        DownloadOptions options,
        Uri url,
        string folder,
        PartFile part,
        CancellationToken cancellation
    )
    {
        using var staging = new StagingFolder(folder);
        try
        {
            ZipPlan plan = await ZipUnpacking.RunAsync(part.ReadFromStart(), staging.Path, options, cancellation);
            if (!File.Exists(Path.Combine(staging.Path, dataset.RatingsFile)))
            {
                throw new BadZipException($"it holds no {dataset.RatingsFile}, so it is not {dataset.Name}");
            }

            staging.MoveToTarget();
            return plan;
        }
        catch (BadZipException exception)
        {
            part.Discard();
            throw DownloadErrors.BadZip(url, exception);
        }
    }

    private static bool IsThere(string folder, MovieLensDataset dataset)
    {
        if (File.Exists(Path.Combine(folder, dataset.RatingsFile)))
        {
            return true;
        }

        return Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()
            ? throw DownloadErrors.OtherFolder(folder, dataset.RatingsFile)
            : false;
    }
}
