namespace Matinee.Core.Artifacts;

// What changes a history. One process at a time, by a lock that ends with it.
public sealed partial class ModelHistory
{
    private const string LockFile = ".lock";
    private const string Unfinished = ".new-";
    private const string Discarded = ".old-";
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LeftoverAge = TimeSpan.FromDays(1);

    /// <summary>Adds a version, whole or not at all; the current one stays.</summary>
    /// <param name="write">Writes a bundle to the folder that it is given, which is not there yet.</param>
    public ModelVersion Add(Action<string> write, TimeProvider time)
    {
        Directory.CreateDirectory(versions);
        string folder = System.IO.Path.Combine(versions, $"{Unfinished}{Guid.NewGuid():N}");
        try
        {
            write(folder);
            return Adopt(folder, time);
        }
        finally
        {
            Delete(folder);
        }
    }

    /// <summary>Makes a bundle's folder a version by renaming it; it must be on the same file system.</summary>
    public ModelVersion Adopt(string folder, TimeProvider time)
    {
        Directory.CreateDirectory(versions);
        string hash = ManifestHash(folder);
        using FileStream hold = Lock();
        Sweep(time.GetUtcNow());
        // A clock that was put back must not put a version before those that are there.
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset last = Versions().Max(version => ModelVersion.TimeOf(version.Name)) ?? DateTimeOffset.MinValue;
        string name = ModelVersion.NameOf(now > last ? now : last.AddMilliseconds(1), hash);
        string target = System.IO.Path.Combine(versions, name);
        Pin(now);
        Directory.Move(folder, target);
        return new ModelVersion(name, target);
    }

    /// <summary>Lets a version answer from now on.</summary>
    /// <exception cref="MatineeException">It is not there.</exception>
    public ModelVersion MakeCurrent(string name, TimeProvider time)
    {
        Directory.CreateDirectory(versions);
        using FileStream hold = Lock();
        ModelVersion version = Find(name);
        // What current.json says may be what is wrong.
        CurrentVersion? state = null;
        string? current = null;
        try
        {
            state = CurrentVersion.Read(path);
            current = Current().Name;
        }
        catch (MatineeException) { }

        if (state is not null && current == name)
        {
            return version;
        }

        string[] before = [.. state?.Before ?? [], .. current is null || current == name ? [] : new[] { current }];
        int place = Array.IndexOf(before, name);
        // Back to one that answered before is a rollback: what came after it is not where the next one leads.
        new CurrentVersion(name, time.GetUtcNow(), place < 0 ? before : before[..place], Answered(state, name)).Write(
            path
        );
        return version;
    }

    /// <summary>
    /// Deletes the oldest versions; never the current one, the one before it, or the bundle in the folder itself. One that never answered
    /// takes no place from one that did.
    /// </summary>
    /// <param name="keep">How many to keep, at least 1.</param>
    /// <returns>What was deleted.</returns>
    public IReadOnlyList<ModelVersion> Prune(int keep)
    {
        if (!Directory.Exists(versions))
        {
            return [];
        }

        using FileStream hold = Lock();
        ModelVersion[] kept = [Current(), .. Previous() is { } previous ? [previous] : Array.Empty<ModelVersion>()];
        ModelVersion[] all = [.. Versions().Where(version => version.Name != ModelVersion.First)];
        HashSet<string>? answered = CurrentVersion.Read(path)?.Answered?.ToHashSet();
        bool HasAnswered(ModelVersion version) => answered?.Contains(version.Name) ?? true;
        ModelVersion[] old =
        [
            .. all.Where(
                    (version, n) => all.Skip(n + 1).Count(newer => HasAnswered(newer) || !HasAnswered(version)) >= keep
                )
                .Except(kept),
        ];
        foreach (ModelVersion version in old)
        {
            // Half a version must never look like one.
            string away = System.IO.Path.Combine(versions, $"{Discarded}{Guid.NewGuid():N}");
            Directory.Move(version.Folder, away);
            Delete(away);
        }

        return old;
    }

    // Where nothing says which version answers, one more must not be the one.
    private void Pin(DateTimeOffset now)
    {
        if (CurrentVersion.Read(path) is null && Versions().Count > 0)
        {
            new CurrentVersion(Current().Name, now, [], Answered(null, Current().Name)).Write(path);
        }
    }

    // Where nothing was recorded, whatever is there may have answered.
    private string[] Answered(CurrentVersion? state, string name) =>
        [
            .. Versions()
                .Select(version => version.Name)
                .Where(one => one == name || (state?.Answered?.Contains(one) ?? true)),
        ];

    private FileStream Lock()
    {
        string file = System.IO.Path.Combine(versions, LockFile);
        DateTime until = DateTime.UtcNow + LockPatience;
        while (true)
        {
            if (FileLock.TryTake(file) is { } taken)
            {
                return taken;
            }

            if (DateTime.UtcNow > until)
            {
                throw new MatineeException(
                    $"Another program has been changing {versions} for {LockPatience.TotalSeconds:0} s. Try again when it has ended."
                );
            }

            Thread.Sleep(50);
        }
    }

    // What killed runs left: no write that is still going on is a day old.
    private void Sweep(DateTimeOffset now)
    {
        foreach (string pattern in new[] { $"{Unfinished}*", $"{Discarded}*", $".{Unfinished}*" })
        {
            foreach (string folder in Directory.EnumerateDirectories(versions, pattern))
            {
                if (now - Directory.GetLastWriteTimeUtc(folder) > LeftoverAge)
                {
                    Delete(folder);
                }
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
