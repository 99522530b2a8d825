using DuckDB.NET.Data;

namespace Matinee.Data.Folders;

/// <summary>The native library under datasets: DuckDB.</summary>
public static class ParquetLibrary
{
    /// <summary>Loads it and asks for its version, such as <c>v1.4.2</c>.</summary>
    public static string Version()
    {
        using DuckDBConnection connection = Duck.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = "SELECT version()";
        return (string)command.ExecuteScalar()!;
    }
}
