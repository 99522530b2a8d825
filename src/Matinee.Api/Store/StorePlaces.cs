using Matinee.Api.Store.Postgres;

namespace Matinee.Api.Store;

/// <summary>What can be told of a store's place without opening it.</summary>
public static class StorePlaces
{
    /// <summary>The folder for what is kept beside the store; where that is a database elsewhere, <c>data</c>.</summary>
    public static string FolderOf(string store) =>
        PostgresConnection.IsOne(store) ? "data" : Path.GetDirectoryName(Path.GetFullPath(store))!;

    /// <summary>The place in words, without any password.</summary>
    public static string Describe(string store) =>
        PostgresConnection.IsOne(store) ? PostgresConnection.Describe(PostgresConnection.Read(store)) : store;

    /// <summary>Whether the place, which people may see on the command line, holds a password.</summary>
    public static bool HoldsPassword(string store) =>
        PostgresConnection.IsOne(store) && PostgresConnection.Read(store).Password is { Length: > 0 };
}
