using Matinee.Api.Store;
using Matinee.Api.Store.Postgres;
using Matinee.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Matinee.Api.Tests.Store.Postgres;

public sealed class PostgresDatabaseTests : IDisposable
{
    private readonly StoreDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Open_ManyAtOnce_MakeTheTablesOnce()
    {
        UserStore[] stores = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => database.Open())));
        UserRecord[] users = await Task.WhenAll(stores.Select(store => store.CreateUserAsync(0)));

        Assert.Equal(Enumerable.Range(1, 6), users.Select(user => user.Id).Order());
        foreach (UserStore store in stores)
        {
            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task Writes_ToOneUserThroughTwoStores_AreAllThereInBoth()
    {
        await using UserStore one = database.Open();
        await using UserStore other = database.Open();
        UserStore[] both = [one, other];
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(writer =>
                    Task.Run(async () =>
                    {
                        UserStore store = both[writer % 2];
                        for (int n = 0; n < 30; n++)
                        {
                            await store.SetRatingsAsync(7, [new StoredRating((100 * writer) + n, 4f, n)]);
                            await store.AddEventsAsync(7, [new StoredEvent(n, EventKind.Clicked, n, $"{n}")]);
                            await store.CreateUserAsync(1000);
                            // In another order than the other writers'.
                            await store.SetRatingsAsync(20 + ((writer + n) % 8), [new StoredRating(n, 4f, n)]);
                        }
                    })
                )
        );

        foreach (UserStore store in both)
        {
            UserRecord user = (await store.FindAsync(7))!;
            Assert.Equal(8 * 30, user.Ratings.Count);
            Assert.Equal(30, user.Events.Count);
            Assert.Equal((8 * 30) + 30, user.Version);
        }

        List<UserRecord> users = await one.AllUsersAsync().ToListAsync();
        Assert.Equal(Enumerable.Range(1001, 240), users.Select(user => user.Id).Where(id => id > 1000));
    }

    [Fact]
    public async Task Session_OfAnyConnection_WaitsForTheDiskAndNotForTheFrozen()
    {
        StoreDatabase.Administer($"ALTER DATABASE {database.Name} SET synchronous_commit = off");
        await using PostgresDatabase opened = PostgresDatabase.Open(PostgresConnection.Read(database.Connection));
        await using StoreContext context = opened.CreateContext();

        foreach (
            (string name, string expected) in new[]
            {
                ("synchronous_commit", "on"),
                ("idle_in_transaction_session_timeout", "4s"),
                ("lock_timeout", "7s"),
                ("client_connection_check_interval", "2s"),
                ("tcp_keepalives_idle", "5"),
            }
        )
        {
            string sql = $"SELECT current_setting('{name}') AS \"Value\"";
            Assert.Equal(expected, await context.Database.SqlQueryRaw<string>(sql).SingleAsync());
        }
    }

    [Fact]
    public void Open_WrongPassword_SaysSoWithoutIt()
    {
        NpgsqlConnectionStringBuilder place = database.Place;
        place.Password = "sesame";
        Refused(place, "does not let user 'matinee' in", "sesame");
    }

    [Fact]
    public void Open_NoSuchDatabase_SaysHowToMakeIt()
    {
        NpgsqlConnectionStringBuilder place = database.Place;
        place.Database = "not_there";
        Refused(place, "createdb -h 127.0.0.1", "matinee-tests");
    }

    [Fact]
    public void Open_NoServer_SaysSo()
    {
        NpgsqlConnectionStringBuilder place = database.Place;
        place.Port = FreePort.Find();
        Refused(place, "does not answer. Start PostgreSQL there", "matinee-tests");
    }

    [Fact]
    public void Open_UserWithoutRights_SaysHowToGiveThem()
    {
        string user = $"guest_{database.Name}";
        StoreDatabase.Administer($"CREATE ROLE {user} LOGIN PASSWORD 'guest'");
        try
        {
            NpgsqlConnectionStringBuilder place = database.Place;
            (place.Username, place.Password) = (user, "guest");
            Refused(place, "lacks the rights", "'guest'");
        }
        finally
        {
            StoreDatabase.Administer($"DROP ROLE {user}");
        }
    }

    [Fact]
    public void Open_AnotherProgramsTables_SaysSoAndLeavesThem()
    {
        database.Execute("CREATE TABLE users (name text)");

        Refused(database.Place, "database of another program", "matinee-tests");
        Assert.Equal(1L, database.Scalar("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));
    }

    [Fact]
    public async Task Open_NewerSchema_SaysSo()
    {
        await database.Open().DisposeAsync();
        database.Execute("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Future', '99.0.0')");

        Refused(database.Place, "newer Matinee (schema 29990101000000_Future)", "matinee-tests");
    }

    [Fact]
    public void Open_NotInUtf8_SaysSo()
    {
        string latin = $"{database.Name}_latin";
        StoreDatabase.Administer($"CREATE DATABASE {latin} ENCODING 'LATIN1' TEMPLATE template0");
        try
        {
            NpgsqlConnectionStringBuilder place = database.Place;
            place.Database = latin;
            Refused(place, "encoding is not UTF8", "matinee-tests");
        }
        finally
        {
            StoreDatabase.Administer($"DROP DATABASE {latin} WITH (FORCE)");
        }
    }

    [Fact]
    public async Task OpenToRead_NoTables_SaysSo()
    {
        string message = Assert.Throws<MatineeException>(() => UserStoreReader.Open(database.Connection)).Message;
        Assert.Contains("no tables yet", message);
        await using UserStore store = database.Open();
        await store.SetRatingsAsync(7, [new StoredRating(1, 4f, 1)]);
        await using UserStoreReader reader = UserStoreReader.Open(database.Connection);
        Assert.Single((await reader.FindAsync(7))!.Ratings);
    }

    [Theory]
    [InlineData("53300", "no connection left")]
    [InlineData("53100", "disk is full")]
    [InlineData("25006", "takes no writes")]
    [InlineData("57P03", "is starting or stopping")]
    [InlineData("55P03", "waiting for too long")]
    public void Explain_FailureOfTheServer_SaysWhatAndWhere(string state, string expected)
    {
        DbUpdateException failure = new("…", new PostgresException("…", "FATAL", "FATAL", state));

        Exception explained = PostgresErrors.Explain(failure, database.Place);
        Assert.Contains(expected, Assert.IsType<MatineeException>(explained).Message);
        Assert.Contains(database.Name, explained.Message);
    }

    [Theory]
    [InlineData("40P01", WriteFailure.Passing)]
    [InlineData("40001", WriteFailure.Passing)]
    [InlineData("25P03", WriteFailure.Disconnected)]
    [InlineData("57P01", WriteFailure.Disconnected)]
    [InlineData("23514", WriteFailure.Refused)]
    public void FailureOf_States_TellWhetherToTryAgain(string state, object expected) =>
        Assert.Equal(
            expected,
            PostgresErrors.FailureOf(new DbUpdateException("…", new PostgresException("…", "ERROR", "ERROR", state)))
        );

    [Fact]
    public async Task Migrations_AsStated_AreAllThereAre()
    {
        await using PostgresDatabase opened = PostgresDatabase.Open(database.Place);
        await using StoreContext context = opened.CreateContext();

        Assert.Equal(context.Database.GetMigrations(), PostgresSchema.Migrations);
        Assert.False(context.Database.HasPendingModelChanges());
        Assert.Equal(
            context.GetService<IMigrator>().GenerateScript().Trim(),
            PostgresSchema.Script.TrimStart('\ufeff').Trim()
        );
    }

    [Fact]
    public async Task CompiledModel_AgainstTheModel_IsUpToDate()
    {
        await using PostgresDatabase opened = PostgresDatabase.Open(database.Place);
        await using StoreContext context = opened.CreateContext();
        IModel designed = context.GetService<IDesignTimeModel>().Model;

        Assert.Equal("PostgresStoreContextModel", context.Model.GetType().Name);
        Assert.Equal(Lines(designed), Lines(context.Model));
    }

    private static IEnumerable<string> Lines(IModel model) =>
        model.GetEntityTypes().Select(type => type.ToDebugString(MetadataDebugStringOptions.ShortDefault));

    private static void Refused(NpgsqlConnectionStringBuilder place, string expected, string secret)
    {
        MatineeException error = Assert.Throws<MatineeException>(() => StorePlace.Open(place.ConnectionString));
        Assert.Contains(expected, error.Message);
        Assert.DoesNotContain(secret, error.Message);
    }
}
