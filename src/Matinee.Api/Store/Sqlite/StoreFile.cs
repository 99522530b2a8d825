using Matinee.Core;

namespace Matinee.Api.Store.Sqlite;

internal static class StoreFile
{
    /// <summary>Makes the folder of a file that is to be opened or made.</summary>
    /// <exception cref="MatineeException">The path is a folder's.</exception>
    public static void Prepare(string path)
    {
        if (Directory.Exists(path))
        {
            throw new MatineeException(
                $"{path} is a folder; the user store is a file. Give a file's path with --store."
            );
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    }

    /// <summary>
    /// Makes an empty file that only its owner can read, for it will hold what people like; SQLite makes its log and its
    /// index alike. To be called under the store's lock: to open and close the file next to SQLite would let go of the
    /// locks that SQLite has on it in this process.
    /// </summary>
    public static void CreateIfMissing(string path)
    {
        if (File.Exists(path))
        {
            return;
        }

        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using FileStream created = new(path, options);
    }
}
