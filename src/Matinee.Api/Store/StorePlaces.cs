using Matinee.Api.Store.Postgres;
using Matinee.Core;

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

    /// <summary>A word of a command line as it may be shown: a store's address becomes <see cref="Describe"/>.</summary>
    public static string WithoutPassword(string word)
    {
        try
        {
            return Describe(word);
        }
        catch (MatineeException)
        {
            return "(a store's address)";
        }
    }

    /// <summary>Whether the place, which people may see on the command line, holds a password.</summary>
    public static bool HoldsPassword(string store) =>
        PostgresConnection.IsOne(store) && PostgresConnection.Read(store).Password is { Length: > 0 };
}
