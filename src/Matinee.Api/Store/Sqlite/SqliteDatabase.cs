using System.Data;
using Matinee.Core;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Matinee.Api.Store.Sqlite;

internal sealed class SqliteDatabase : IStoreDatabase
{
    private const int ScrubWaitMilliseconds = 200;

    private readonly string path;
    private readonly StoreLock? fileLock;
    private readonly PooledDbContextFactory<SqliteStoreContext> contexts;

    private SqliteDatabase(string path, StoreLock? fileLock)
    {
        this.path = path;
        this.fileLock = fileLock;
        contexts = new PooledDbContextFactory<SqliteStoreContext>(SqliteConfiguration.Options(path));
    }

    /// <exception cref="MatineeException">The file is something else, newer, in use, or not writable.</exception>
    public static SqliteDatabase Open(string path)
    {
        StoreLock? fileLock = null;
        try
        {
            StoreFile.Prepare(path);
            fileLock = StoreLock.Take(path);
            StoreFile.CreateIfMissing(path);
            SqliteDatabase database = new(path, fileLock);
            SqliteSchema.Update(path, database.CreateContext);
            return database;
        }
        catch (Exception exception)
        {
            fileLock?.Dispose();
            Exception explained = SqliteErrors.Explain(exception, path);
            if (ReferenceEquals(explained, exception))
            {
                throw;
            }

            throw explained;
        }
    }

    /// <exception cref="MatineeException">The file is missing, something else, or of another schema.</exception>
    public static SqliteDatabase OpenToRead(string path)
    {
        if (!File.Exists(path))
        {
            throw new MatineeException($"There is no user store at {path}. Name the server's with --store.");
        }

        try
        {
            using SqliteConnection connection = SqliteConfiguration.OpenConnection(path);
            return SqliteSchema.Check(connection, path) == SchemaState.Current
                ? new SqliteDatabase(path, fileLock: null)
                : throw new MatineeException(
                    $"{path} has no tables yet, or an older Matinee's. Start the server once, which brings them up to date."
                );
        }
        catch (SqliteException exception)
        {
            throw SqliteErrors.Explain(exception, path);
        }
    }

    public IUserVersions? Versions => null;

    public StoreContext CreateContext() => contexts.CreateDbContext();

    public async Task<IDbContextTransaction> BeginReadAsync(StoreContext context, CancellationToken cancellation)
    {
        await context.Database.OpenConnectionAsync(cancellation);
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        // Deferred: any other transaction would take the only writer's turn.
        SqliteTransaction transaction = connection.BeginTransaction(IsolationLevel.Serializable, deferred: true);
        return (await context.Database.UseTransactionAsync(transaction, cancellation))!;
    }

    public Task<IDbContextTransaction> BeginWriteAsync(StoreContext context, WriteScope scope) =>
        context.Database.BeginTransactionAsync();

    public Task<IDbContextTransaction> BeginAloneAsync(StoreContext context, CancellationToken cancellation) =>
        context.Database.BeginTransactionAsync(cancellation);

    public async Task<StoreFacts> FactsAsync(StoreContext context, CancellationToken cancellation)
    {
        const string bytes = """
            SELECT page_count * page_size AS "Value" FROM pragma_page_count(), pragma_page_size()
            """;
        const string version = """
            SELECT sqlite_version() AS "Value"
            """;
        return new StoreFacts
        {
            Kind = "sqlite",
            Version = await context.Database.SqlQueryRaw<string>(version).SingleAsync(cancellation),
            Schema = SqliteSchema.Migrations[^1].Split('_', 2)[1],
            Bytes = await context.Database.SqlQueryRaw<long>(bytes).SingleAsync(cancellation),
        };
    }

    /// <summary>
    /// Deleted content is zeroed in its page (secure_delete); this brings the pages from the log to the file, and empties
    /// the log, where older versions of them are.
    /// </summary>
    public async Task<bool> ScrubAsync(StoreContext context)
    {
        await context.Database.OpenConnectionAsync();
        await using SqliteCommand command = ((SqliteConnection)context.Database.GetDbConnection()).CreateCommand();
        // A backup that reads for minutes must not hold up the writes.
        command.CommandText = $"PRAGMA busy_timeout = {ScrubWaitMilliseconds}";
        await command.ExecuteNonQueryAsync();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        object? isBusy = await command.ExecuteScalarAsync();
        command.CommandText = $"PRAGMA busy_timeout = {SqliteConfiguration.BusySeconds * 1000}";
        await command.ExecuteNonQueryAsync();
        return isBusy is 0L;
    }

    public Exception Explain(Exception exception) => SqliteErrors.Explain(exception, path);

    public WriteFailure FailureOf(Exception exception) => WriteFailure.Refused;

    public ValueTask DisposeAsync()
    {
        // The last connection that closes empties the log and removes it.
        using SqliteConnection any = new(SqliteConfiguration.ConnectionString(path));
        SqliteConnection.ClearPool(any);
        fileLock?.Dispose();
        return ValueTask.CompletedTask;
    }
}
