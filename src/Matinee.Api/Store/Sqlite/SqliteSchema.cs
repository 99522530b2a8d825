using Matinee.Core;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Matinee.Api.Store.Sqlite;

/// <summary>Brings a file's tables up to date, and refuses files that are none of ours.</summary>
internal static class SqliteSchema
{
    /// <summary>In order. Stated here so that a start with nothing to do needs no model and no reflection.</summary>
    public static IReadOnlyList<string> Migrations { get; } = ["20261128125002_Initial"];

    /// <summary>To be called under the store's lock.</summary>
    public static void Update(string path, Func<StoreContext> createContext)
    {
        using (SqliteConnection connection = SqliteConfiguration.OpenConnection(path))
        {
            if (IsCurrent(connection, path))
            {
                return;
            }

            // Someone who was killed while migrating leaves this row, for which EF would wait forever; we hold the lock.
            Execute(connection, "DROP TABLE IF EXISTS \"__EFMigrationsLock\"");
        }

        using StoreContext context = createContext();
        context.Database.Migrate();
    }

    /// <exception cref="MatineeException">The file is another program's, or a newer Matinee's.</exception>
    public static bool IsCurrent(SqliteConnection connection, string path)
    {
        // Once set the file remembers it.
        if (Read(connection, "PRAGMA journal_mode = WAL") is not ["wal"])
        {
            throw new MatineeException(
                $"{path} is on a file system that cannot share memory, which the user store needs. Choose a folder on a local disk with --store."
            );
        }

        List<string> tables = Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table'");
        if (!tables.Contains("__EFMigrationsHistory"))
        {
            return tables.TrueForAll(name => name.StartsWith("__EF", StringComparison.Ordinal))
                ? false
                : throw new MatineeException(
                    $"{path} is the database of another program. Choose another path with --store."
                );
        }

        List<string> applied = Read(connection, "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"");
        string? unknown = applied.Except(Migrations).Max();
        return unknown is null
            ? Migrations.All(applied.Contains)
            : throw new MatineeException(
                $"{path} was written by a newer Matinee (schema {unknown}). Update Matinee, or name another store with --store."
            );
    }

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> values = [];
        while (reader.Read())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
