using System.Text.RegularExpressions;
using Matinee.Core;

namespace Matinee.Api.Posters;

/// <summary>
/// Files of one folder, each as old as its last write, within a bound on what they take on disk: the oldest go first. A file is
/// written beside, flushed and renamed, so that whenever the process ends there are whole files alone. It touches nothing in the
/// folder that it did not name itself.
/// </summary>
internal sealed partial class PosterCache
{
    /// <summary>TMDB's terms allow six months.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(180);

    // What is left of writes that were cut off; no write takes that long.
    private static readonly TimeSpan LongestWrite = TimeSpan.FromMinutes(1);

    // File systems give whole blocks.
    private const int BlockBytes = 4_096;

    private readonly string folder;
    private readonly long mostBytes;
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private readonly Dictionary<string, Kept> kept = new(StringComparer.Ordinal);
    private readonly Queue<(string Name, DateTimeOffset Written)> byAge = new();

    private PosterCache(string folder, long mostBytes, TimeProvider time)
    {
        this.folder = folder;
        this.mostBytes = mostBytes;
        this.time = time;
    }

    /// <summary>What the files take on disk.</summary>
    public long Bytes { get; private set; }

    /// <summary>With what lies in the folder from before; makes the folder where it is missing.</summary>
    /// <exception cref="MatineeException">It can't be made or read.</exception>
    public static PosterCache Open(string folder, long mostBytes, TimeProvider time)
    {
        var cache = new PosterCache(folder, mostBytes, time);
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else
            {
                // Which posters lie there tells what people looked at.
                Directory.CreateDirectory(
                    folder,
                    UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                );
            }

            cache.Load();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MatineeException(
                $"{folder} can't keep posters: {exception.Message} Give another folder with --poster-cache.",
                exception
            );
        }

        return cache;
    }

    /// <summary>Whether there is a file no older than that.</summary>
    public bool Has(string name, TimeSpan longest)
    {
        lock (gate)
        {
            return kept.TryGetValue(name, out Kept file) && time.GetUtcNow() - file.Written <= longest;
        }
    }

    /// <returns>Null where there is none, or an older one.</returns>
    public async Task<byte[]?> ReadAsync(string name, TimeSpan longest)
    {
        if (!Has(name, longest))
        {
            return null;
        }

        try
        {
            return await File.ReadAllBytesAsync(PathOf(name));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Someone emptied the folder, or the file has just had to go.
            Remove(name);
            return null;
        }
    }

    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It can't be written.</exception>
    public void Write(string name, ReadOnlySpan<byte> bytes)
    {
        string beside = PathOf($"{name}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (FileStream stream = new(beside, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            DateTimeOffset now = time.GetUtcNow();
            File.SetLastWriteTimeUtc(beside, now.UtcDateTime);
            lock (gate)
            {
                File.Move(beside, PathOf(name), overwrite: true);
                Add(name, bytes.Length, now);
                Trim();
            }
        }
        catch
        {
            Delete(beside);
            throw;
        }
    }

    public void Remove(string name)
    {
        lock (gate)
        {
            if (kept.Remove(name, out Kept file))
            {
                Bytes -= file.Bytes;
                Delete(PathOf(name));
            }
        }
    }

    private void Load()
    {
        DateTimeOffset now = time.GetUtcNow();
        foreach (FileInfo file in new DirectoryInfo(folder).EnumerateFiles().OrderBy(file => file.LastWriteTimeUtc))
        {
            if (OwnName().IsMatch(file.Name))
            {
                // A clock that was wrong must not make a file immortal.
                DateTimeOffset written = file.LastWriteTimeUtc;
                Add(file.Name, file.Length, written < now ? written : now);
            }
            else if (OwnUnfinishedName().IsMatch(file.Name) && now - file.LastWriteTimeUtc > LongestWrite)
            {
                Delete(file.FullName);
            }
        }

        Trim();
    }

    private void Add(string name, long length, DateTimeOffset written)
    {
        if (kept.TryGetValue(name, out Kept older))
        {
            Bytes -= older.Bytes;
        }

        var file = new Kept((Math.Max(1, length) + BlockBytes - 1) / BlockBytes * BlockBytes, written);
        kept[name] = file;
        Bytes += file.Bytes;
        byAge.Enqueue((name, written));
    }

    private void Trim()
    {
        DateTimeOffset now = time.GetUtcNow();
        while (byAge.TryPeek(out var oldest) && (Bytes > mostBytes || now - oldest.Written > Longest))
        {
            byAge.Dequeue();
            // Else the name stands further back, since it was written again, or is gone.
            if (kept.TryGetValue(oldest.Name, out Kept file) && file.Written == oldest.Written)
            {
                Remove(oldest.Name);
            }
        }
    }

    private string PathOf(string name) => Path.Combine(folder, name);

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is found again at the next start.
        }
    }

    [GeneratedRegex(@"^(tmdb|imdb)-[0-9]{1,12}\.(path|none|w[0-9]{3})\z")]
    private static partial Regex OwnName();

    [GeneratedRegex(@"^(tmdb|imdb)-[0-9]{1,12}\.(path|none|w[0-9]{3})\.[0-9a-f]{32}\.tmp\z")]
    private static partial Regex OwnUnfinishedName();

    private readonly record struct Kept(long Bytes, DateTimeOffset Written);
}
