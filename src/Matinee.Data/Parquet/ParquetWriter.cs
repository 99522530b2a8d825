using System.Globalization;
using DuckDB.NET.Data;

namespace Matinee.Data.Parquet;

/// <summary>Writes one Parquet file, row by row, through an in-memory DuckDB table.</summary>
internal static class ParquetWriter
{
    /// <param name="schema">Column definitions in SQL: <c>user_id INTEGER, title VARCHAR</c>.</param>
    /// <param name="append">Appends every row.</param>
    public static void Write(string path, string schema, Action<DuckDBAppender> append)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        Execute(connection, $"CREATE TABLE data ({schema})");
        using (DuckDBAppender appender = connection.CreateAppender("data"))
        {
            append(appender);
        }

        Execute(connection, $"COPY data TO {Quote(path)} (FORMAT parquet, COMPRESSION zstd)");
    }

    private static void Execute(DuckDBConnection connection, string sql)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Quote(string path) =>
        string.Create(CultureInfo.InvariantCulture, $"'{path.Replace("'", "''", StringComparison.Ordinal)}'");
}
