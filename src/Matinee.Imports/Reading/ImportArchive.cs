using System.IO.Compression;
using Matinee.Core;
using Matinee.Core.Numerics;

namespace Matinee.Imports.Reading;

/// <summary>A zip that isn't trusted, read in memory.</summary>
internal static class ImportArchive
{
    private const int UnixKind = 0xF000;
    private const int UnixLink = 0xA000;

    /// <summary>By its first bytes: an entry's, or those of an empty archive.</summary>
    public static bool IsZip(ReadOnlySpan<byte> content) =>
        content.StartsWith("PK\u0003\u0004"u8) || content.StartsWith("PK\u0005\u0006"u8);

    /// <exception cref="MatineeException">No readable zip, encrypted, or with more entries than allowed.</exception>
    public static ImportFiles Open(
        string name,
        ReadOnlyMemory<byte> content,
        ImportLimits limits,
        CancellationToken cancellation
    )
    {
        ZipArchiveEntry[] entries = Guarded(
            name,
            () => new ZipArchive(new MemoryStream(content.ToArray(), writable: false)).Entries.ToArray()
        );
        if (entries.Length > limits.Entries)
        {
            throw new MatineeException(
                $"{name} holds {entries.Length} files; {limits.Entries} are as many as are looked at. "
                    + "Pack the export's ratings alone."
            );
        }

        var budget = new ImportBudget(name, limits);
        var files = new List<(string, Func<int?, ReadOnlyMemory<byte>>)>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var odd = new List<string>();
        var twice = new List<string>();
        foreach (ZipArchiveEntry entry in entries)
        {
            if (entry.FullName.EndsWith('/') || ImportNames.IsNoise(entry.FullName))
            {
                continue;
            }

            if (entry.IsEncrypted)
            {
                throw new MatineeException(
                    $"{name}: {Excerpt.Of(entry.FullName)} is encrypted. Unpack it, and pack it anew without a password."
                );
            }

            bool link = ((entry.ExternalAttributes >> 16) & UnixKind) == UnixLink;
            if (link || !ImportNames.IsSafe(entry.FullName))
            {
                odd.Add(entry.FullName);
            }
            else if (!names.Add(entry.FullName))
            {
                twice.Add(entry.FullName);
            }
            else
            {
                files.Add((entry.FullName, count => Read(name, entry, count, budget, cancellation)));
            }
        }

        return new ImportFiles(name, ImportFiles.WithoutTopFolder(files))
        {
            Notes =
            [
                .. Sentence(odd, "passed over: the name leads out of the archive, or it is a link"),
                .. Sentence(twice, "in the archive more than once: the first was read"),
            ],
        };
    }

    private static IEnumerable<string> Sentence(List<string> names, string what) =>
        names.Count == 0 ? []
        : names.Count == 1 ? [$"{Excerpt.Of(names[0])} was {what}."]
        : [$"{Excerpt.Of(names[0])} and {names.Count - 1} more were {what}."];

    private static byte[] Read(
        string name,
        ZipArchiveEntry entry,
        int? count,
        ImportBudget budget,
        CancellationToken cancellation
    ) =>
        Guarded(
            $"{Excerpt.Of(entry.FullName)} in {name}",
            () =>
            {
                using Stream stream = entry.Open();
                byte[] bytes = count is { } opening
                    ? ImportBudget.ReadOpening(stream, opening)
                    : budget.ReadAll(stream, cancellation);
                if (bytes.Length == count)
                {
                    return bytes;
                }

                // .NET ends where the directory claims that the entry does, and checks nothing.
                Crc32 checksum = default;
                checksum.Append(bytes);
                return bytes.Length == entry.Length && checksum.Value == entry.Crc32
                    ? bytes
                    : throw new InvalidDataException("its length or checksum is wrong.");
            }
        );

    // The last three: what .NET's reader throws at offsets and lengths that can't be.
    private static T Guarded<T>(string what, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception)
            when (exception
                    is InvalidDataException
                        or IOException
                        or NotSupportedException
                        or ArgumentException
                        or OverflowException
                        or IndexOutOfRangeException
            )
        {
            throw new MatineeException(
                $"{what} can't be unpacked: it is damaged, or packed in another way than zip's usual Deflate. "
                    + "Export it again, or unpack it and pack it anew.",
                exception
            );
        }
    }
}
