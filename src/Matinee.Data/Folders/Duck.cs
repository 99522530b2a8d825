using DuckDB.NET.Data;

namespace Matinee.Data.Folders;

/// <summary>DuckDB as what it is used for here: a reader and writer of Parquet.</summary>
internal static class Duck
{
    public static DuckDBConnection Open()
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        return connection;
    }

    /// <summary>A path or text as an SQL literal.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>SQL for the value at a place of a list; NULL beyond it.</summary>
    /// <param name="place">SQL for the place, from 0.</param>
    /// <param name="type">Of the values.</param>
    public static string ValueAt(string place, string type, IEnumerable<string> values) =>
        $"([{string.Join(", ", values)}]::{type}[])[{place} + 1]";

    public static void Execute(this DuckDBConnection connection, string sql)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Writes a query's rows to a Parquet file.</summary>
    /// <param name="metadata">Keys and values of the file's own metadata; null: none.</param>
    public static void CopyToParquet(
        this DuckDBConnection connection,
        string query,
        string path,
        IReadOnlyDictionary<string, string>? metadata = null
    )
    {
        IEnumerable<string> pairs = (metadata ?? new Dictionary<string, string>()).Select(pair =>
            $"{pair.Key}: {Quote(pair.Value)}"
        );
        string facts = metadata is null ? "" : $", KV_METADATA {{{string.Join(", ", pairs)}}}";
        // Bloom filters help who looks for single values; here they are three bytes of a hundred for nothing.
        connection.Execute(
            $"COPY ({query}) TO {Quote(path)} (FORMAT parquet, COMPRESSION zstd, WRITE_BLOOM_FILTER false{facts})"
        );
    }
}
