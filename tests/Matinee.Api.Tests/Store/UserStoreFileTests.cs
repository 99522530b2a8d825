using Matinee.Api.Store;
using Matinee.Api.Store.Sqlite;
using Matinee.Core;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Matinee.Api.Tests.Store;

public sealed class UserStoreFileTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", 2L)] // FULL
    [InlineData("secure_delete", 1L)]
    [InlineData("busy_timeout", 5000L)]
    public async Task Connections_AsReadersAndTheWriterHaveThem_AreSafe(string pragma, object expected)
    {
        await using SqliteDatabase database = SqliteDatabase.Open(folder.File);
        await using StoreContext written = database.CreateContext();
        await using StoreContext read = database.CreateContext();
        await written.Database.BeginTransactionAsync();
        await database.BeginReadAsync(read, CancellationToken.None);

        Assert.Equal(expected, Connection(written).Scalar($"PRAGMA {pragma}"));
        Assert.Equal(expected, Connection(read).Scalar($"PRAGMA {pragma}"));
    }

    [Fact]
    public async Task FindAsync_CachedUser_CompletesAtOnceWithoutAllocating()
    {
        await using UserStore store = folder.Open();
        await store.SetRatingsAsync(1, [new StoredRating(10, 4f, 100)]);
        await store.FindAsync(1);
        await store.FindAsync(2);

        long before = GC.GetAllocatedBytesForCurrentThread();
        int ratings = 0;
        for (int n = 0; n < 1000; n++)
        {
            ratings += (await store.FindAsync(1))!.Ratings.Count;
            ratings += await store.FindAsync(2) is null ? 0 : 1;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(1000, ratings);
    }

    [Fact]
    public async Task EraseAsync_KnownUser_LeavesNoTraceInTheFiles()
    {
        const string trace = "a-key-that-stands-out-61f9c2";
        await using UserStore store = folder.Open();
        StoredEvent[] events =
        [
            .. Enumerable.Range(0, 300).Select(n => new StoredEvent(n, EventKind.Clicked, n, $"{trace}-{n}")),
        ];
        await store.AddEventsAsync(7, events);
        await store.SetRatingsAsync(8, [new StoredRating(1, 4f, 1)]);
        Assert.Contains(folder.FilesWith(trace), file => file.EndsWith("-wal", StringComparison.Ordinal));

        await store.EraseAsync(7);

        Assert.Empty(folder.FilesWith(trace));
        Assert.Single((await store.FindAsync(8))!.Ratings);
    }

    [Fact]
    public async Task EraseAsync_WhileABackupReads_SucceedsAndScrubsLater()
    {
        const string trace = "a-key-that-stands-out-61f9c2";
        await using UserStore store = folder.Open();
        await store.AddEventsAsync(7, [new StoredEvent(1, EventKind.Clicked, 1, trace)]);
        using (SqliteConnection backup = folder.Connect())
        {
            backup.Execute("BEGIN; SELECT COUNT(*) FROM users");
            await store.EraseAsync(7);
            Assert.True((await store.FindAsync(7))!.IsErased);
            Assert.NotEmpty(folder.FilesWith(trace));
        }

        await store.SetRatingsAsync(8, [new StoredRating(1, 4f, 1)]);
        // It comes after the answer.
        await store.DisposeAsync();
        Assert.Empty(folder.FilesWith(trace));
    }

    [Fact]
    public async Task Open_SecondServer_IsRefusedUntilTheFirstEnds()
    {
        await using (folder.Open())
        {
            MatineeException error = Assert.Throws<MatineeException>(() => folder.Open());
            Assert.Contains("in use by another Matinee server", error.Message);
            Assert.Contains(folder.File, error.Message);
        }

        await using UserStore second = folder.Open();
        Assert.Null(await second.FindAsync(1));
    }

    [Fact]
    public void Open_NotADatabase_SaysSoAndLeavesTheFile()
    {
        string text = string.Concat(Enumerable.Repeat("userId,movieId\n1,2\n", 100));
        File.WriteAllText(folder.File, text);

        Assert.Contains("is not a user store", Assert.Throws<MatineeException>(() => folder.Open()).Message);
        Assert.Equal(text, File.ReadAllText(folder.File));
    }

    [Fact]
    public void Open_AnotherProgramsDatabase_SaysSo()
    {
        folder.Execute("CREATE TABLE bookmarks (url TEXT)");

        Assert.Contains("database of another program", Assert.Throws<MatineeException>(() => folder.Open()).Message);
    }

    [Fact]
    public void Open_AnotherProgramsDatabase_LeavesItAsItIs()
    {
        folder.Execute("CREATE TABLE bookmarks (url TEXT)");
        byte[] before = File.ReadAllBytes(folder.File);
        Assert.Throws<MatineeException>(() => folder.Open());
        Assert.Equal(before, File.ReadAllBytes(folder.File));
    }

    [Fact]
    public async Task OpenToRead_BesideTheServer_SeesWhatIsAcknowledged()
    {
        await using UserStore store = folder.Open();
        await using UserStoreReader reader = UserStoreReader.Open(folder.File);
        await store.SetRatingsAsync(7, [new StoredRating(1, 4f, 1)]);
        Assert.Equal(RecordText.Of(await store.FindAsync(7)), RecordText.Of(await reader.FindAsync(7)));
        await store.EraseAsync(7);
        Assert.True((await reader.FindAsync(7))!.IsErased);
    }

    [Fact]
    public void OpenToRead_NoStore_SaysSo()
    {
        Assert.Contains(
            "no user store",
            Assert.Throws<MatineeException>(() => UserStoreReader.Open(folder.File)).Message
        );
        Assert.False(File.Exists(folder.File));
        File.WriteAllText(folder.File, "");
        Assert.Contains(
            "no tables yet",
            Assert.Throws<MatineeException>(() => UserStoreReader.Open(folder.File)).Message
        );
        File.WriteAllText(folder.File, new string('x', 1000));
        Assert.Contains(
            "is not a user store",
            Assert.Throws<MatineeException>(() => UserStoreReader.Open(folder.File)).Message
        );
    }

    [Fact]
    public async Task Open_NewerSchema_SaysSo()
    {
        await folder.Open().DisposeAsync();
        folder.Execute("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Future', '99.0.0')");

        string message = Assert.Throws<MatineeException>(() => folder.Open()).Message;
        Assert.Contains("newer Matinee (schema 29990101000000_Future)", message);
    }

    [Fact]
    public async Task Open_FirstSchema_IsBroughtUpToDateWithWhatItHolds()
    {
        await using (SqliteStoreContext old = new(SqliteConfiguration.Options(folder.File)))
        {
            await old.GetService<IMigrator>().MigrateAsync(SqliteSchema.Migrations[0]);
        }

        folder.Execute(
            """
            INSERT INTO users VALUES (1000001, 1, 0, 5, '[3,4]');
            INSERT INTO ratings VALUES (1000001, 2, 4.5, 6);
            """
        );

        await using UserStore store = folder.Open();
        UserRecord user = (await store.FindAsync(1_000_001))!;
        Assert.Equal([3, 4], user.AllowList);
        Assert.Equal([new StoredRating(2, 4.5f, 6)], user.Ratings);
        Assert.Equal([new StoredRating(2, 3f, 7)], (await store.SetRatingsAsync(1_000_001, [new(2, 3f, 7)])).Ratings);
        using SqliteConnection connection = folder.Connect();
        Assert.Equal(1L, connection.Scalar("SELECT Version FROM users"));
        Assert.Equal(0L, connection.Scalar("SELECT COUNT(*) FROM api_keys"));
    }

    [Fact]
    public async Task Open_KilledWhileMigrating_GoesOn()
    {
        folder.Execute(
            """
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01');
            """
        );

        await using UserStore store = folder.Open();
        Assert.Equal(1, (await store.CreateUserAsync(0)).Id);
    }

    [Fact]
    public void Open_AFolder_SaysSo() =>
        Assert.Contains("is a folder", Assert.Throws<MatineeException>(() => StorePlace.Open(folder.Folder)).Message);

    [Fact]
    public async Task Open_FolderIsMissing_MakesIt()
    {
        string path = Path.Combine(folder.Folder, "a", "b", "store.db");
        await using UserStore store = StorePlace.Open(path);
        Assert.Null(await store.FindAsync(1));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public void Open_NotWritable_SaysSo()
    {
        // Nobody, not even root, makes files there.
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc is Linux's.");
        string message = Assert.Throws<MatineeException>(() => StorePlace.Open("/proc/store.db")).Message;
        Assert.Contains("/proc/store.db cannot be written", message);
    }

    [Theory]
    [InlineData(5, "locked by another program")]
    [InlineData(8, "cannot be written")]
    [InlineData(10, "disk reports an error")]
    [InlineData(11, "is damaged")]
    [InlineData(13, "disk is full")]
    public void Explain_FailureOfTheFile_SaysWhatAndWhere(int code, string expected)
    {
        DbUpdateException failure = new("…", new SqliteException("…", code));

        MatineeException explained = Assert.IsType<MatineeException>(SqliteErrors.Explain(failure, "/data/s.db"));
        Assert.Contains(expected, explained.Message);
        Assert.Contains("/data/s.db", explained.Message);
    }

    [Fact]
    public void Explain_AnythingElse_StaysWhatItIs()
    {
        InvalidOperationException failure = new("…");
        Assert.Same(failure, SqliteErrors.Explain(failure, "/data/s.db"));
    }

    [Fact]
    public async Task Migrations_AsStated_AreAllThereAre()
    {
        await using SqliteDatabase database = SqliteDatabase.Open(folder.File);
        await using StoreContext context = database.CreateContext();

        Assert.Equal(context.Database.GetMigrations(), SqliteSchema.Migrations);
        Assert.False(context.Database.HasPendingModelChanges());
        Assert.Equal(context.GetService<IMigrator>().GenerateScript().Trim(), SqliteSchema.Script.Trim());
    }

    [Fact]
    public async Task CompiledModel_AgainstTheModel_IsUpToDate()
    {
        await using SqliteDatabase database = SqliteDatabase.Open(folder.File);
        await using StoreContext context = database.CreateContext();
        IModel designed = context.GetService<IDesignTimeModel>().Model;

        Assert.NotSame(designed, context.Model);
        Assert.Equal("SqliteStoreContextModel", context.Model.GetType().Name);
        Assert.Equal(Lines(designed), Lines(context.Model));
    }

    private static IEnumerable<string> Lines(IModel model) =>
        model.GetEntityTypes().Select(type => type.ToDebugString(MetadataDebugStringOptions.ShortDefault));

    private static SqliteConnection Connection(StoreContext context) =>
        (SqliteConnection)context.Database.GetDbConnection();
}
