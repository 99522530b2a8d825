namespace Matinee.Core.Artifacts;

/// <summary>A file that one process at a time can hold; the system lets go of it when the process ends, however it does.</summary>
public static class FileLock
{
    /// <returns>To be disposed; null where another holds it.</returns>
    public static FileStream? TryTake(string file)
    {
        try
        {
            // The file stays: to delete it would let two processes hold what they take for the same lock.
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (IsHeld(exception))
        {
            return null;
        }
    }

    // A sharing violation: EWOULDBLOCK here, ERROR_SHARING_VIOLATION on Windows. What else may be wrong with a file is told.
    private static bool IsHeld(IOException exception) =>
        exception is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException)
        && exception.HResult is 11 or 35 or unchecked((int)0x80070020);
}
