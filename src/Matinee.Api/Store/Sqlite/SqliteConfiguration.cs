using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Matinee.Api.Store.Sqlite;

/// <summary>How every connection to the file is made.</summary>
internal static class SqliteConfiguration
{
    /// <summary>How long a statement waits for another program's lock.</summary>
    public const int BusySeconds = 5;

    // FULL: a commit is on disk before it is told, also in WAL mode. secure_delete: what is deleted is overwritten.
    private const string Pragmas = "PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;";

    public static string ConnectionString(string path) =>
        new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = BusySeconds }.ToString();

    public static DbContextOptions<SqliteStoreContext> Options(string path) =>
        new DbContextOptionsBuilder<SqliteStoreContext>()
            .UseSqlite(ConnectionString(path))
            .AddInterceptors(new PragmasOnOpen())
            .Options;

    public static SqliteConnection OpenConnection(string path)
    {
        SqliteConnection connection = new(ConnectionString(path));
        try
        {
            connection.Open();
            SetPragmas(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void SetPragmas(DbConnection connection)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    private sealed class PragmasOnOpen : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
            SetPragmas(connection);

        public override Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            SetPragmas(connection);
            return Task.CompletedTask;
        }
    }
}
