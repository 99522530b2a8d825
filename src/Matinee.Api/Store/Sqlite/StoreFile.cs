using Matinee.Core;

namespace Matinee.Api.Store.Sqlite;

internal static class StoreFile
{
    /// <summary>
    /// Makes an empty file that only its owner can read, for it will hold what people like; SQLite makes its log and its
    /// index alike.
    /// </summary>
    public static void Create(string path)
    {
        if (Directory.Exists(path))
        {
            throw new MatineeException(
                $"{path} is a folder; the user store is a file. Give a file's path with --store."
            );
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        FileStreamOptions options = new()
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using FileStream created = new(path, options);
    }
}
