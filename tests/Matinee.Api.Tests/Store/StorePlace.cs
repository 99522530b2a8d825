using System.Data.Common;
using Matinee.Api.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace Matinee.Api.Tests.Store;

/// <summary>A place for a store of some kind, gone when the test ends.</summary>
internal abstract class StorePlace : IDisposable
{
    /// <summary>What <c>--store</c> says.</summary>
    public abstract string Connection { get; }

    public UserStore Open(int cachedRows = 1_000_000, TimeProvider? time = null) => Open(Connection, cachedRows, time);

    public static UserStore Open(string connection, int cachedRows = 1_000_000, TimeProvider? time = null) =>
        new(
            StoreProviders.Of(connection).Open(connection),
            new UserStoreOptions { Connection = connection, CachedRows = cachedRows },
            time ?? TimeProvider.System,
            NullLogger<UserStore>.Instance
        );

    /// <summary>Another program that has the store open.</summary>
    public abstract DbConnection Connect();

    /// <summary>Makes the database refuse ratings of movie 13.</summary>
    public abstract void RefuseMovie13();

    /// <summary>What another program says to keep every writer waiting until it says <c>COMMIT</c>.</summary>
    public abstract string HoldWriters { get; }

    public void Execute(string sql)
    {
        using DbConnection connection = Connect();
        connection.Execute(sql);
    }

    public object? Scalar(string sql)
    {
        using DbConnection connection = Connect();
        return connection.Scalar(sql);
    }

    public abstract void Dispose();
}

internal static class SqlText
{
    public static void Execute(this DbConnection connection, string sql)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static object? Scalar(this DbConnection connection, string sql)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
