using System.Data;
using Matinee.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Matinee.Api.Store.Postgres;

internal sealed class PostgresDatabase : IStoreDatabase
{
    private readonly NpgsqlConnectionStringBuilder place;
    private readonly NpgsqlDataSource source;
    private readonly PooledDbContextFactory<PostgresStoreContext> contexts;
    private readonly PostgresVersions versions;

    private PostgresDatabase(NpgsqlConnectionStringBuilder place)
    {
        this.place = place;
        source = NpgsqlDataSource.Create(place);
        contexts = new PooledDbContextFactory<PostgresStoreContext>(
            new DbContextOptionsBuilder<PostgresStoreContext>().UseNpgsql(source).Options
        );
        versions = new PostgresVersions(source);
    }

    public IUserVersions? Versions => versions;

    /// <exception cref="MatineeException">It can't be reached or used; the message says why.</exception>
    public static PostgresDatabase Open(NpgsqlConnectionStringBuilder place) =>
        With(place, (database, connection, where) => PostgresSchema.Update(connection, where, database.CreateContext));

    /// <exception cref="MatineeException">It can't be reached or used, or is of another schema.</exception>
    public static PostgresDatabase OpenToRead(NpgsqlConnectionStringBuilder place) =>
        With(
            place,
            (_, connection, where) =>
            {
                if (PostgresSchema.Check(connection, where) != SchemaState.Current)
                {
                    throw new MatineeException(
                        $"{where} has no tables yet, or an older Matinee's. Start the server once, which brings them up to date."
                    );
                }
            }
        );

    public StoreContext CreateContext() => contexts.CreateDbContext();

    public async Task<IDbContextTransaction> BeginReadAsync(StoreContext context, CancellationToken cancellation) =>
        await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);

    public async Task<IDbContextTransaction> BeginWriteAsync(StoreContext context, WriteScope scope)
    {
        // Every statement sees what was committed before it, and so, after the locks, the last there is.
        IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted);
        await PostgresLocks.TakeAsync(context, scope);
        return transaction;
    }

    public async Task<IDbContextTransaction> BeginAloneAsync(StoreContext context, CancellationToken cancellation)
    {
        IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(
            IsolationLevel.ReadCommitted,
            cancellation
        );
        // Reading a long file is no reason to end the transaction.
        await context.Database.ExecuteSqlRawAsync("SET LOCAL idle_in_transaction_session_timeout = 0", cancellation);
        await context.Database.ExecuteSqlRawAsync(
            "LOCK TABLE users, ratings, hidden, events, movies, api_keys, sessions, settings, outcomes, shown IN EXCLUSIVE MODE",
            cancellation
        );
        return transaction;
    }

    public async Task<StoreFacts> FactsAsync(StoreContext context, CancellationToken cancellation)
    {
        const string version = """
            SELECT current_setting('server_version') AS "Value"
            """;
        const string bytes = """
            SELECT pg_database_size(current_database()) AS "Value"
            """;
        return new StoreFacts
        {
            Kind = "postgres",
            Version = await context.Database.SqlQueryRaw<string>(version).SingleAsync(cancellation),
            Schema = PostgresSchema.Migrations[^1].Split('_', 2)[1],
            Bytes = await context.Database.SqlQueryRaw<long>(bytes).SingleAsync(cancellation),
        };
    }

    /// <summary>PostgreSQL's own VACUUM does that, some time later.</summary>
    public Task<bool> ScrubAsync(StoreContext context) => Task.FromResult(true);

    public Exception Explain(Exception exception) => PostgresErrors.Explain(exception, place);

    public WriteFailure FailureOf(Exception exception) => PostgresErrors.FailureOf(exception);

    public async ValueTask DisposeAsync()
    {
        await versions.DisposeAsync();
        await source.DisposeAsync();
    }

    private static PostgresDatabase With(
        NpgsqlConnectionStringBuilder place,
        Action<PostgresDatabase, NpgsqlConnection, string> prepare
    )
    {
        PostgresDatabase database = new(place);
        try
        {
            using NpgsqlConnection connection = database.source.OpenConnection();
            prepare(database, connection, PostgresConnection.Describe(place));
            return database;
        }
        catch (Exception exception)
        {
            database.source.Dispose();
            Exception explained = PostgresErrors.Explain(exception, place);
            if (ReferenceEquals(explained, exception))
            {
                throw;
            }

            throw explained;
        }
    }
}
