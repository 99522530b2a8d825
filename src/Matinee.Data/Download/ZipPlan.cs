using System.IO.Compression;

namespace Matinee.Data.Download;

/// <summary>Which files of a zip go where; nothing in it can leave the target folder.</summary>
/// <param name="Files">Relative path with '/' for each entry, without the folder that all of them share.</param>
internal sealed record ZipPlan(IReadOnlyList<(ZipArchiveEntry Entry, string RelativePath)> Files, long Bytes)
{
    private const int UnixTypeMask = 0xF000;
    private const int UnixRegular = 0x8000;
    private const int UnixDirectory = 0x4000;

    public static ZipPlan Of(ZipArchive zip, UnpackLimits limits)
    {
        if (zip.Entries.Count > limits.Entries)
        {
            throw new BadZipException($"it holds {zip.Entries.Count} entries, more than the {limits.Entries} allowed");
        }

        var files = new List<(ZipArchiveEntry Entry, string RelativePath)>();
        long bytes = 0;
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            string path = SafePath(entry);
            if (path.EndsWith('/') || path.StartsWith("__MACOSX/", StringComparison.Ordinal))
            {
                continue;
            }

            files.Add((entry, path));
            bytes = checked(bytes + entry.Length);
            if (bytes > limits.Bytes)
            {
                throw new BadZipException($"it would unpack to more than {ByteSize.Format(limits.Bytes)}");
            }
        }

        if (files.Select(file => file.RelativePath).Distinct(StringComparer.OrdinalIgnoreCase).Count() < files.Count)
        {
            throw new BadZipException("two of its files have the same name");
        }

        int shared = SharedFolderLength([.. files.Select(file => file.RelativePath)]);
        return new ZipPlan([.. files.Select(file => (file.Entry, file.RelativePath[shared..]))], bytes);
    }

    private static string SafePath(ZipArchiveEntry entry)
    {
        string path = entry.FullName.Replace('\\', '/');
        bool leaves =
            path.StartsWith('/') || path.Contains(':') || path.Contains('\0') || path.Split('/').Contains("..");
        if (leaves)
        {
            throw new BadZipException($"its entry '{entry.FullName}' points outside the dataset's folder");
        }

        // Links could point anywhere; MovieLens holds plain files and folders.
        int type = (entry.ExternalAttributes >> 16) & UnixTypeMask;
        if (type is not (0 or UnixRegular or UnixDirectory))
        {
            throw new BadZipException($"its entry '{entry.FullName}' is a link or a special file");
        }

        return path;
    }

    /// <summary>Length of <c>ml-1m/</c> where every path begins so, else 0.</summary>
    private static int SharedFolderLength(string[] paths)
    {
        int length = paths is [] ? 0 : paths[0].IndexOf('/') + 1;
        return paths.All(path => path.AsSpan().StartsWith(paths[0].AsSpan(0, length))) ? length : 0;
    }
}
