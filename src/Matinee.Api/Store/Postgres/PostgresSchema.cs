using Matinee.Core;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Matinee.Api.Store.Postgres;

/// <summary>Makes the tables and brings them up to date, and refuses databases that are none of ours.</summary>
internal static class PostgresSchema
{
    private const int PatienceSeconds = 60;

    // Any number that other programs in the database are unlikely to lock.
    private const long Lock = 0x6d61_7469_6e65_65;

    /// <summary>In order. Stated here so that a start with nothing to do needs no model and no reflection.</summary>
    public static IReadOnlyList<string> Migrations { get; } = ["20261128230247_Initial"];

    /// <summary>What <c>dotnet ef migrations script</c> says: all migrations for an empty database.</summary>
    public static string Script
    {
        get
        {
            using Stream stream = typeof(PostgresSchema).Assembly.GetManifestResourceStream(
                "Matinee.Api.postgres.sql"
            )!;
            using StreamReader reader = new(stream);
            return reader.ReadToEnd();
        }
    }

    /// <summary>Servers that start at once take turns.</summary>
    /// <exception cref="MatineeException">The database is another program's, a newer Matinee's, or not in UTF-8.</exception>
    public static void Update(NpgsqlConnection connection, string where, Func<StoreContext> createContext)
    {
        // Goes with the connection, however that ends.
        Execute(connection, $"SET lock_timeout = '{PatienceSeconds}s'; SELECT pg_advisory_lock({Lock})");
        switch (Check(connection, where))
        {
            case SchemaState.Current:
                break;
            case SchemaState.Empty:
                Execute(connection, Script);
                break;
            default:
                using (StoreContext context = createContext())
                {
                    context.Database.Migrate();
                }

                break;
        }

        Execute(connection, $"SELECT pg_advisory_unlock({Lock}); RESET lock_timeout");
    }

    /// <summary>Looks, and changes nothing.</summary>
    /// <exception cref="MatineeException">The database is another program's, a newer Matinee's, or not in UTF-8.</exception>
    public static SchemaState Check(NpgsqlConnection connection, string where)
    {
        if (Read(connection, "SHOW server_encoding") is not ["UTF8"])
        {
            throw new MatineeException(
                $"{where} can't hold every title: its encoding is not UTF8. Make one with: createdb -E UTF8 -T template0 ..."
            );
        }

        List<string> tables = Read(
            connection,
            "SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema()"
        );
        if (!tables.Contains("__EFMigrationsHistory"))
        {
            return !tables.Exists(name => name is "users" or "ratings" or "hidden" or "events" or "movies")
                ? SchemaState.Empty
                : throw new MatineeException(
                    $"{where} is the database of another program. Make one for Matinee alone, and name it in the store's address."
                );
        }

        List<string> applied = Read(connection, "SELECT \"MigrationId\"::text FROM \"__EFMigrationsHistory\"");
        if (applied.Except(Migrations).Max() is { } unknown)
        {
            throw new MatineeException(
                $"{where} was written by a newer Matinee (schema {unknown}). Update Matinee, or name another store."
            );
        }

        return Migrations.All(applied.Contains) ? SchemaState.Current : SchemaState.Old;
    }

    private static List<string> Read(NpgsqlConnection connection, string sql)
    {
        using NpgsqlCommand command = new(sql, connection);
        using NpgsqlDataReader reader = command.ExecuteReader();
        List<string> values = [];
        while (reader.Read())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using NpgsqlCommand command = new(sql, connection) { CommandTimeout = PatienceSeconds };
        command.ExecuteNonQuery();
    }
}
