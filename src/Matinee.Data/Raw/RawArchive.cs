using System.IO.Compression;
using Matinee.Data.Download;

namespace Matinee.Data.Raw;

/// <summary>How much a zip may ask for: ten megabytes of it can stand for terabytes.</summary>
internal sealed record RawArchiveLimits
{
    /// <summary>All files of the folder that is read, unpacked; default 8 GB, nine times MovieLens 32M.</summary>
    public long Bytes { get; init; } = 8_000_000_000;

    /// <summary>Up to here a file may shrink as it likes; default 50 MB.</summary>
    public long UnratedBytes { get; init; } = 50_000_000;

    /// <summary>Bytes that a byte of the zip may stand for in a larger file; default 50, where ratings have about 5.</summary>
    public long Ratio { get; init; } = 50;
}

/// <summary>A zip that isn't trusted, as folders of raw files: its root and the folders in it.</summary>
internal sealed class RawArchive : IDisposable
{
    private readonly string path;
    private readonly RawArchiveLimits limits;
    private readonly long archiveBytes;
    private readonly ZipArchive zip;

    private RawArchive(string path, RawArchiveLimits limits)
    {
        this.path = path;
        this.limits = limits;
        archiveBytes = new FileInfo(path).Length;
        zip = ZipFile.OpenRead(path);
        Folders =
        [
            .. zip
                .Entries.Where(entry => entry.Name.Length > 0 && entry.FullName.Count(letter => letter == '/') <= 1)
                .GroupBy(entry => entry.FullName[..^entry.Name.Length])
                .Select(folder => Folder(folder.Key, [.. folder])),
        ];
    }

    public IReadOnlyList<RawFiles> Folders { get; }

    /// <exception cref="MatineeException">The file can't be opened or is no zip.</exception>
    public static RawArchive Open(string path, RawArchiveLimits limits)
    {
        try
        {
            return new RawArchive(path, limits);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw new MatineeException($"{path} is not a readable zip file. Download it again.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MatineeException($"{path} can't be read: {exception.Message} Check the file.", exception);
        }
    }

    public void Dispose() => zip.Dispose();

    private RawFiles Folder(string name, ZipArchiveEntry[] entries) =>
        new(
            name.Length == 0 ? path : $"{path}:{Excerpt.Of(name)}",
            [.. entries.Select(entry => new RawFile(entry.Name, entry.Length, () => new RawEntryStream(entry)))]
        )
        {
            Vet = () => Vet(entries),
        };

    // Before anything is read, because readers reserve memory by the length that an entry claims.
    private void Vet(ZipArchiveEntry[] entries)
    {
        long left = limits.Bytes;
        foreach (ZipArchiveEntry entry in entries)
        {
            if (entry.IsEncrypted)
            {
                throw new MatineeException(
                    $"{path}: {Excerpt.Of(entry.FullName)} is encrypted. Unpack it and pass the folder."
                );
            }

            if (entry.Length < 0 || entry.CompressedLength < 0 || entry.CompressedLength > archiveBytes)
            {
                throw new MatineeException(
                    $"{path} is damaged: {Excerpt.Of(entry.FullName)} can't be in it. Download it again."
                );
            }

            if (entry.Length > limits.UnratedBytes && entry.Length / limits.Ratio > entry.CompressedLength)
            {
                throw new MatineeException(
                    $"{path}: {Excerpt.Of(entry.FullName)} would unpack to more than {limits.Ratio} times its size, "
                        + "as no ratings do. Check where the file is from; if it is right, unpack it and pass the folder."
                );
            }

            if (entry.Length > left)
            {
                throw new MatineeException(
                    $"{path} would unpack to more than {ByteSize.Format(limits.Bytes)}. "
                        + "Check where it is from; if it is right, unpack it and pass the folder."
                );
            }

            left -= entry.Length;
        }
    }
}
