using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace Matinee.Api.Tests.Store;

/// <summary>A PostgreSQL database of the test's own, on the server that <see cref="Variable"/> names.</summary>
internal sealed class StoreDatabase : StorePlace
{
    public const string Variable = "MATINEE_TEST_POSTGRES";
    private static int s_made;

    private readonly NpgsqlConnectionStringBuilder place;

    /// <summary>Skips the running test if there is no server.</summary>
    public StoreDatabase()
    {
        place = new NpgsqlConnectionStringBuilder(Server)
        {
            Database = string.Create(
                CultureInfo.InvariantCulture,
                $"matinee_{Environment.ProcessId}_{Interlocked.Increment(ref s_made)}"
            ),
        };
        Administer($"CREATE DATABASE {place.Database}");
    }

    /// <summary>As an administrator who may make databases; skips the running test if there is none.</summary>
    public static string Server
    {
        get
        {
            string? server = Environment.GetEnvironmentVariable(Variable);
            Assert.SkipWhen(
                string.IsNullOrEmpty(server),
                $"No PostgreSQL: tests/postgres.sh starts one; set {Variable}."
            );
            return server;
        }
    }

    public string Name => place.Database!;
    public NpgsqlConnectionStringBuilder Place => new(place.ConnectionString);
    public override string Connection => place.ConnectionString;
    public override string HoldWriters => "BEGIN; LOCK TABLE users IN EXCLUSIVE MODE";

    public override DbConnection Connect()
    {
        NpgsqlConnection connection = new(new NpgsqlConnectionStringBuilder(Connection) { Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    public override void RefuseMovie13() =>
        Execute("ALTER TABLE ratings ADD CONSTRAINT unlucky CHECK (\"MovieId\" <> 13)");

    /// <summary>Ends every other connection to the database.</summary>
    public void Disconnect() =>
        Administer($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{place.Database}'");

    public override void Dispose() => Administer($"DROP DATABASE {place.Database} WITH (FORCE)");

    public static void Administer(string sql)
    {
        using NpgsqlConnection connection = new(
            new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ToString()
        );
        connection.Open();
        connection.Execute(sql);
    }
}
