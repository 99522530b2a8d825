namespace Matinee.Data.Download;

/// <summary>Room on disks.</summary>
public static class FreeSpace
{
    /// <summary>Throws where the disk that holds the file <paramref name="path"/> has less than <paramref name="bytes"/> left.</summary>
    public static void Require(string path, long bytes, string purpose)
    {
        string directory = NearestThatExists(Path.GetFullPath(path));
        if (Available(directory) is { } free && free < bytes)
        {
            throw new MatineeException(
                $"The {purpose} needs {ByteSize.Format(bytes)} more, but the disk that holds {directory} has only "
                    + $"{ByteSize.Format(free)} free. Free some space or choose another --output-dir, then run the command again."
            );
        }
    }

    /// <summary>Bytes left on the disk that holds a path, which need not exist; null where the disk doesn't tell.</summary>
    public static long? Of(string path)
    {
        string full = Path.GetFullPath(path);
        return Available(Directory.Exists(full) ? full : NearestThatExists(full));
    }

    /// <summary>True for "no space left" and "quota exceeded" of Linux, macOS and Windows.</summary>
    public static bool IsDiskFull(IOException exception) =>
        exception.HResult
            is 28 // ENOSPC
                or 69 // EDQUOT, macOS
                or 122 // EDQUOT, Linux
                or unchecked((int)0x80070070) // ERROR_DISK_FULL
                or unchecked((int)0x80070027); // ERROR_HANDLE_DISK_FULL

    private static string NearestThatExists(string path)
    {
        string directory = Path.GetDirectoryName(path) ?? path;
        return Directory.Exists(directory) || directory == path ? directory : NearestThatExists(directory);
    }

    private static long? Available(string directory)
    {
        try
        {
            return new DriveInfo(directory).AvailableFreeSpace;
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or UnauthorizedAccessException)
        {
            // A network share or a file system that doesn't tell: the write itself will.
            return null;
        }
    }
}
