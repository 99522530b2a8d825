using Matinee.Api.Store.Postgres;
using Matinee.Api.Store.Sqlite;

namespace Matinee.Api.Store;

/// <summary>The kinds of database that there are.</summary>
internal static class StoreProviders
{
    /// <summary>The first that takes a connection is its own.</summary>
    public static IReadOnlyList<IStoreProvider> All { get; } = [new PostgresStoreProvider(), new SqliteStoreProvider()];

    public static IStoreProvider Of(string connection) => All.First(one => one.Takes(connection));
}
