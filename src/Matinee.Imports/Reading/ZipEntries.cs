using System.Globalization;
using System.IO.Compression;
using Matinee.Core;

namespace Matinee.Imports.Reading;

/// <summary>The files of a ZIP archive, read in memory: nothing is unpacked to a disk, and names are names, never places.</summary>
internal static class ZipEntries
{
    public static bool IsZip(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8);

    /// <exception cref="MatineeException">It is damaged, or holds too much.</exception>
    public static List<ImportEntry> Of(ReadOnlyMemory<byte> content, ImportLimits limits)
    {
        try
        {
            var archive = new ZipArchive(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > limits.Entries)
            {
                throw new MatineeException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The archive has {archive.Entries.Count} files, more than {limits.Entries}. Pack only the ones that matter."
                    )
                );
            }

            var budget = new UnpackedBudget(limits);
            return WithoutCommonFolder([
                .. archive
                    .Entries.Where(entry => IsFile(entry.FullName))
                    .Select(entry => new ImportEntry(entry.FullName, () => Read(entry, budget))),
            ]);
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw Damaged(exception);
        }
    }

    // A name that leads out of the archive's own folders is no file of an export, and neither is what systems leave behind.
    private static bool IsFile(string name) =>
        name.Length > 0
        && name[^1] != '/'
        && name[0] != '/'
        && name.AsSpan().IndexOfAny('\\', ':', '\0') < 0
        && !name.Split('/').Any(part => part is ".." or "." or "" or "__MACOSX" or ".DS_Store");

    private static byte[] Read(ZipArchiveEntry entry, UnpackedBudget budget)
    {
        try
        {
            if (entry.IsEncrypted)
            {
                throw new MatineeException(
                    $"{entry.FullName} in the archive is encrypted. Unpack it with its password, and pass what comes out."
                );
            }

            using Stream stream = entry.Open();
            return budget.Read(stream);
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw Damaged(exception);
        }
    }

    // Archives of one folder: its name says nothing.
    private static List<ImportEntry> WithoutCommonFolder(List<ImportEntry> entries)
    {
        int slash = entries.Count == 0 ? -1 : entries[0].Name.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            return entries;
        }

        string folder = entries[0].Name[..(slash + 1)];
        // A folder that says what a file is stays where it is all there is: likes/films.csv.
        return
            folder is "likes/" or "history/"
            || !entries.All(entry => entry.Name.StartsWith(folder, StringComparison.Ordinal))
            ? entries
            : [.. entries.Select(entry => new ImportEntry(entry.Name[folder.Length..], () => entry.Bytes))];
    }

    private static bool IsDamage(Exception exception) =>
        exception
            is InvalidDataException
                or EndOfStreamException
                or IOException
                or NotSupportedException
                or ArgumentException
                or OverflowException;

    private static MatineeException Damaged(Exception exception) =>
        new(
            $"The ZIP archive is damaged or packed in an unusual way: {exception.Message} Download it again.",
            exception
        );
}
