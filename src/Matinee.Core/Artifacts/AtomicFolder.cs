namespace Matinee.Core.Artifacts;

/// <summary>
/// Writes a folder so that it is either complete or not there: into a temporary sibling, then renamed.
/// A folder of the same kind that is in the way is replaced; anything else is refused.
/// </summary>
public static class AtomicFolder
{
    /// <param name="path">Where the folder shall stand.</param>
    /// <param name="isOurs">Tells a folder of the same kind, which may be replaced.</param>
    /// <param name="write">Fills the temporary folder whose path it is given.</param>
    public static void Write(string path, Func<string, bool> isOurs, Action<string> write)
    {
        string target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        RefuseForeign(target, isOurs);
        string parent = Path.GetDirectoryName(target) ?? target;
        string stem = Path.Combine(parent, $".{Path.GetFileName(target)}");
        Directory.CreateDirectory(parent);
        string temporary = $"{stem}.{Environment.ProcessId}.tmp";
        string old = $"{stem}.{Environment.ProcessId}.old";
        try
        {
            Directory.CreateDirectory(temporary);
            write(temporary);
            if (Directory.Exists(target))
            {
                Directory.Move(target, old);
            }

            Directory.Move(temporary, target);
        }
        catch
        {
            if (Directory.Exists(old) && !Directory.Exists(target))
            {
                Directory.Move(old, target);
            }

            throw;
        }
        finally
        {
            Delete(temporary);
            Delete(old);
        }
    }

    /// <summary>Fails where <paramref name="path"/> holds something that is not ours to replace.</summary>
    public static void RefuseForeign(string path, Func<string, bool> isOurs)
    {
        if (File.Exists(path))
        {
            throw new MatineeException($"{path} is a file; an output folder is needed. Choose another path.");
        }

        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any() && !isOurs(path))
        {
            throw new MatineeException(
                $"{path} holds files of another kind, and they would be replaced. "
                    + "Choose another --output-dir, or empty this one."
            );
        }
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
