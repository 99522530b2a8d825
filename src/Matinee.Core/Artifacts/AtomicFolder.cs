namespace Matinee.Core.Artifacts;

/// <summary>
/// Writes a folder so that it is either complete or not there: into a temporary sibling, then renamed.
/// A folder of the same kind that is in the way is replaced; anything else is refused.
/// </summary>
public static class AtomicFolder
{
    private static readonly TimeSpan LeftoverAge = TimeSpan.FromDays(1);

    /// <param name="path">Where the folder shall stand.</param>
    /// <param name="kind">What is written; a folder of that kind, and with nothing else in it, may be replaced.</param>
    /// <param name="write">Fills the temporary folder whose path it is given.</param>
    public static void Write(string path, FolderKind kind, Action<string> write)
    {
        string target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        RefuseForeign(target, kind);
        string parent = Path.GetDirectoryName(target) ?? target;
        string stem = Path.Combine(parent, $".{Path.GetFileName(target)}");
        // Never a name that an earlier run may have left: process ids come back.
        var run = Guid.NewGuid();
        string temporary = $"{stem}.{run:N}.tmp";
        string old = $"{stem}.{run:N}.old";
        try
        {
            Create(path, temporary);
            SweepLeftovers(target, Directory.GetLastWriteTimeUtc(temporary));
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

    private static void Create(string path, string temporary)
    {
        try
        {
            Directory.CreateDirectory(temporary);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MatineeException(
                $"{path} can't be written: {exception.Message} Choose another folder.",
                exception
            );
        }
    }

    /// <summary>Fails where <paramref name="path"/> holds something that is not ours to replace.</summary>
    public static void RefuseForeign(string path, FolderKind kind)
    {
        if (File.Exists(path))
        {
            throw new MatineeException($"{path} is a file; an output folder is needed. Choose another path.");
        }

        string[] present = Directory.Exists(path)
            ? [.. Directory.EnumerateFileSystemEntries(path).Select(entry => Path.GetFileName(entry)!)]
            : [];
        if (present.Length == 0)
        {
            return;
        }

        if (present.Except(kind.Entries).FirstOrDefault() is { } foreign && kind.Recognises(path))
        {
            throw new MatineeException(
                $"{path} holds '{foreign}' beside what Matinee wrote, and it would be lost. "
                    + "Move it away, or choose another --output-dir."
            );
        }

        if (!kind.Recognises(path))
        {
            throw new MatineeException(
                $"{path} holds files of another kind, and they would be replaced. "
                    + "Choose another --output-dir, or empty this one."
            );
        }
    }

    // What a killed run left. A day: no write that is still going on is that old.
    private static void SweepLeftovers(string target, DateTime now)
    {
        string parent = Path.GetDirectoryName(target) ?? target;
        string name = Path.GetFileName(target);
        foreach (string folder in Directory.EnumerateDirectories(parent, $".{name}.*"))
        {
            string[] parts = Path.GetFileName(folder)[(name.Length + 2)..].Split('.');
            bool ours = parts is [var run, "tmp" or "old"] && Guid.TryParseExact(run, "N", out _);
            // Killed between the two renames, a run leaves what stood there before as the only copy.
            bool needed = parts[^1] == "old" && !Directory.Exists(target);
            if (ours && !needed && now - Directory.GetLastWriteTimeUtc(folder) > LeftoverAge)
            {
                Delete(folder);
            }
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
