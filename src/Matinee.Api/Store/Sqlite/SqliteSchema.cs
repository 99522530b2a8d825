using Matinee.Core;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Matinee.Api.Store.Sqlite;

/// <summary>Brings a file's tables up to date, and refuses files that are none of ours.</summary>
internal static class SqliteSchema
{
    /// <summary>In order. Stated here so that a start with nothing to do needs no model and no reflection.</summary>
    public static IReadOnlyList<string> Migrations { get; } =
    ["20261128125002_Initial", "20261128230244_AccessOutcomesAndVersions"];

    /// <summary>What <c>dotnet ef migrations script</c> says: all migrations for an empty file.</summary>
    public static string Script
    {
        get
        {
            using Stream stream = typeof(SqliteSchema).Assembly.GetManifestResourceStream("Matinee.Api.schema.sql")!;
            using StreamReader reader = new(stream);
            return reader.ReadToEnd();
        }
    }

    /// <summary>To be called under the store's lock.</summary>
    /// <exception cref="MatineeException">The file is another program's, or a newer Matinee's.</exception>
    public static void Update(string path, Func<StoreContext> createContext)
    {
        using (SqliteConnection connection = SqliteConfiguration.OpenConnection(path))
        {
            SchemaState state = Check(connection, path);
            UseLog(connection, path);
            switch (state)
            {
                case SchemaState.Current:
                    return;
                case SchemaState.Empty:
                    // As EF would do, in a tenth of the time.
                    Execute(connection, Script);
                    return;
                default:
                    // Who is killed while migrating leaves it, and EF would wait for ever; the store's lock does its work.
                    Execute(connection, "DROP TABLE IF EXISTS \"__EFMigrationsLock\"");
                    break;
            }
        }

        using StoreContext context = createContext();
        context.Database.Migrate();
    }

    /// <summary>Looks, and changes nothing.</summary>
    /// <exception cref="MatineeException">The file is another program's, or a newer Matinee's.</exception>
    public static SchemaState Check(SqliteConnection connection, string path)
    {
        List<string> tables = Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table'");
        if (tables.Count == 0)
        {
            return SchemaState.Empty;
        }

        if (!tables.Contains("__EFMigrationsHistory"))
        {
            return tables is ["__EFMigrationsLock"]
                ? SchemaState.Old
                : throw new MatineeException(
                    $"{path} is the database of another program. Choose another path with --store."
                );
        }

        List<string> applied = Read(connection, "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"");
        if (applied.Except(Migrations).Max() is { } unknown)
        {
            throw new MatineeException(
                $"{path} was written by a newer Matinee (schema {unknown}). Update Matinee, or name another store with --store."
            );
        }

        return Migrations.All(applied.Contains) ? SchemaState.Current : SchemaState.Old;
    }

    private static void UseLog(SqliteConnection connection, string path)
    {
        // Once set the file remembers it.
        if (Read(connection, "PRAGMA journal_mode = WAL") is not ["wal"])
        {
            throw new MatineeException(
                $"{path} is on a file system that cannot share memory, which the user store needs. Choose a folder on a local disk with --store."
            );
        }
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
