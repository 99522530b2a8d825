using Microsoft.Data.Sqlite;

namespace Matinee.Api.Store.Sqlite;

/// <summary>The native library under stores in a file.</summary>
public static class SqliteLibrary
{
    /// <summary>Loads it and asks for its version, such as <c>3.50.4</c>.</summary>
    public static string Version()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT sqlite_version()";
        return (string)command.ExecuteScalar()!;
    }
}
