using System.Diagnostics;
using System.IO.Compression;
using Matinee.Api.Store;
using Matinee.Api.Store.Backup;
using Matinee.Core;

namespace Matinee.Api.Tests.Store.Backup;

/// <summary>From a store of one kind into one of another or the same.</summary>
public abstract class StoreBackupTests : IDisposable
{
    private readonly StorePlace from;
    private readonly StorePlace into;
    private readonly string folder = Directory.CreateTempSubdirectory("matinee-backup-").FullName;

    private protected StoreBackupTests(StorePlace from, StorePlace into)
    {
        this.from = from;
        this.into = into;
    }

    private string File => Path.Combine(folder, "backup.zip");

    public void Dispose()
    {
        from.Dispose();
        into.Dispose();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Restore_ABackup_HoldsTheSame()
    {
        await FillAsync();
        BackupManifest written = await BackupAsync();
        BackupManifest restored = await RestoreAsync();

        Assert.Equal(written.Rows, restored.Rows);
        Assert.Equal(await TextsAsync(from), await TextsAsync(into));
        Assert.Equal((await StoreFacts.ReadAsync(from.Connection, default)).Rows, written.Rows);
        Assert.Equal(written.Rows, (await StoreFacts.ReadAsync(into.Connection, default)).Rows);
        Assert.Equal("k1", into.Scalar("SELECT \"Id\" FROM api_keys"));
        Assert.Equal(new byte[] { 1, 255 }, into.Scalar("SELECT \"Hash\" FROM api_keys"));
        Assert.Equal("secret", into.Scalar("SELECT \"Value\" FROM settings"));
        Assert.Equal(4.5f, Convert.ToSingle(into.Scalar("SELECT \"Stars\" FROM outcomes"), null));
        Assert.Equal(0L, into.Scalar("SELECT COUNT(*) FROM sessions"));
        // And it goes on where the other stood.
        await using UserStore store = into.Open();
        Assert.Equal(1_000_003, (await store.CreateUserAsync(1_000_000)).Id);
    }

    [Fact]
    public async Task Backup_Written_IsItsOwnersAloneAndSumsFit()
    {
        await FillAsync();
        await BackupAsync();

        Assert.Equal([File], Directory.GetFiles(folder));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        }

        using ZipArchive zip = ZipFile.OpenRead(File);
        Dictionary<string, string> sums = await BackupSums.ReadAsync(zip, default);
        Assert.Equal(zip.Entries.Count - 1, sums.Count);
        foreach ((string name, string sum) in sums)
        {
            Assert.Equal(sum, BackupSums.Of(await BackupSums.ContentAsync(zip, name, default)));
        }
    }

    [Fact]
    public async Task Backup_WhileOthersWrite_IsOfOneMoment()
    {
        await using (UserStore store = from.Open())
        {
            using CancellationTokenSource stop = new();
            var begun = Enumerable.Range(1, 4).ToDictionary(user => user, _ => new TaskCompletionSource());
            Task[] writers =
            [
                .. Enumerable
                    .Range(1, 4)
                    .Select(user =>
                        Task.Run(async () =>
                        {
                            // Two ratings and an event say the same number, always.
                            for (int n = 1; !stop.IsCancellationRequested; n++)
                            {
                                await store.SetRatingsAsync(user, [new(1, 4f, n), new(2, 3f, n)]);
                                begun[user].TrySetResult();
                            }
                        })
                    ),
            ];
            // A busy machine may take its time to begin.
            await Task.WhenAll(begun.Values.Select(one => one.Task));
            await BackupAsync();
            await stop.CancelAsync();
            await Task.WhenAll(writers);
        }

        await RestoreAsync();
        await using UserStore restored = into.Open();
        for (int user = 1; user <= 4; user++)
        {
            UserRecord record = (await restored.FindAsync(user))!;
            Assert.Equal(record.Ratings[0].Timestamp, record.Ratings[1].Timestamp);
            Assert.Equal(record.Version, record.Ratings[0].Timestamp);
        }
    }

    [Fact]
    public async Task Restore_StoreWithData_IsRefused()
    {
        await FillAsync();
        await BackupAsync();
        await using (UserStore store = into.Open())
        {
            await store.SetRatingsAsync(1, [new StoredRating(1, 4f, 1)]);
        }

        MatineeException error = await Assert.ThrowsAsync<MatineeException>(RestoreAsync);
        Assert.Contains("has data already", error.Message);
        Assert.DoesNotContain("matinee-tests", error.Message);
        Assert.Equal(1L, into.Scalar("SELECT COUNT(*) FROM users"));
    }

    [Fact]
    public async Task Restore_DamagedFile_RestoresNothing()
    {
        await FillAsync();
        await BackupAsync();
        byte[] whole = await System.IO.File.ReadAllBytesAsync(File);
        Random random = new(3);
        await System.IO.File.WriteAllBytesAsync(File, whole[..^(whole.Length / 3)]);
        await Assert.ThrowsAsync<MatineeException>(RestoreAsync);
        for (int n = 0; n < 12; n++)
        {
            byte[] damaged = [.. whole];
            // Of what the entries hold; times and the like in the headers between them do not count.
            int at = DataOffset(whole) + random.Next(20);
            damaged[at] ^= (byte)(1 << random.Next(8));
            await System.IO.File.WriteAllBytesAsync(File, damaged);

            MatineeException error = await Assert.ThrowsAsync<MatineeException>(RestoreAsync);
            Assert.Contains("is damaged", error.Message);
        }

        await using (UserStore empty = into.Open())
        {
            Assert.Empty(await TextsAsync(into, empty));
        }

        await System.IO.File.WriteAllBytesAsync(File, whole);
        await RestoreAsync();
        Assert.Equal(await TextsAsync(from), await TextsAsync(into));
    }

    [Fact]
    public async Task Restore_ProcessKilled_RestoresAllOrNothing()
    {
        await using (UserStore store = from.Open())
        {
            StoredRating[] ratings = [.. Enumerable.Range(1, 1_000).Select(movie => new StoredRating(movie, 4f, 1))];
            await Task.WhenAll(Enumerable.Range(1, 20).Select(user => store.SetRatingsAsync(user, ratings)));
        }

        await BackupAsync();
        await using (into.Open()) { }

        foreach (int delay in (int[])[200, 400, 600])
        {
            ProcessStartInfo start = new(Environment.ProcessPath!);
            start.ArgumentList.Add(RestoreProgram.Argument);
            start.ArgumentList.Add(into.Connection);
            start.ArgumentList.Add(File);
            using Process process = Process.Start(start)!;
            await Task.Delay(delay);
            process.Kill();
            await process.WaitForExitAsync();
            Assert.Contains(into.Scalar("SELECT COUNT(*) FROM ratings"), new object[] { 0L, 20_000L });
        }

        if (into.Scalar("SELECT COUNT(*) FROM users") is 0L)
        {
            await RestoreAsync();
        }

        Assert.Equal(await TextsAsync(from), await TextsAsync(into));
    }

    private Task<BackupManifest> BackupAsync() =>
        StoreBackup.WriteAsync(from.Connection, File, TimeProvider.System, default);

    private Task<BackupManifest> RestoreAsync() => StoreRestore.RestoreAsync(into.Connection, File, default);

    private async Task FillAsync()
    {
        await using UserStore store = from.Open();
        await store.CreateUserAsync(1_000_000);
        await store.CreateUserAsync(1_000_000);
        await store.SetRatingsAsync(7, [new StoredRating(1, 4.5f, 100), new StoredRating(2, null, 101)]);
        await store.SetHiddenAsync(7, 3, hidden: true);
        await store.SetAllowListAsync(8, []);
        await store.SetAllowListAsync(9, [5, 4]);
        await store.AddEventsAsync(9, [new StoredEvent(1, EventKind.Clicked, 5, "it's \"ü\"\n€𝄞")]);
        await store.EraseAsync(1_000_002);
        StoredMovie film = new()
        {
            Title = "Fiancé",
            Year = 1999,
            Genres = ["Drama", "Sci-Fi"],
            Tags = ["", "a,b"],
            ImdbId = "0133093",
            TmdbId = 603,
        };
        await store.AddMovieAsync(film, 1_000_000);
        string hash = from is StoreDatabase ? "'\\x01ff'" : "X'01ff'";
        from.Execute(
            $"""
            INSERT INTO api_keys VALUES ('k1', {hash}, 'shop', 2, NULL, 1, NULL, 9);
            INSERT INTO sessions VALUES ('s1', {hash}, 'k1', 1, 2);
            INSERT INTO settings VALUES ('shared', 'secret');
            INSERT INTO outcomes VALUES ('a', 4, 1, 7, 'ease', 3, 4.5, 5);
            INSERT INTO shown VALUES ('ease', 20000, 5, 50);
            """
        );
    }

    private static async Task<List<string>> TextsAsync(StorePlace place)
    {
        await using UserStore store = place.Open();
        return await TextsAsync(place, store);
    }

    private static async Task<List<string>> TextsAsync(StorePlace place, UserStore store)
    {
        Assert.NotNull(place);
        List<string> texts = [];
        await foreach (UserRecord user in store.AllUsersAsync())
        {
            texts.Add($"{user.Version} {RecordText.Of(user)}");
        }

        texts.AddRange((await store.MoviesAsync()).Select(movie => RecordText.Of(movie)));
        return texts;
    }

    // Past the first entry's header, whose name is as long as it says.
    private static int DataOffset(byte[] zip) => 30 + BitConverter.ToUInt16(zip, 26) + BitConverter.ToUInt16(zip, 28);
}

public sealed class SqliteToSqliteBackupTests() : StoreBackupTests(new StoreFolder(), new StoreFolder());

public sealed class SqliteToPostgresBackupTests() : StoreBackupTests(new StoreFolder(), new StoreDatabase());

public sealed class PostgresToSqliteBackupTests() : StoreBackupTests(new StoreDatabase(), new StoreFolder());

public sealed class PostgresToPostgresBackupTests() : StoreBackupTests(new StoreDatabase(), new StoreDatabase());
