using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Matinee.Data.Folders;

/// <summary>Copies a query's fixed-width columns into arrays, a vector at a time.</summary>
internal static unsafe class ColumnReader
{
    public delegate void Taker(nint source, int start, int count);

    public static Taker Column<T>(T[] values)
        where T : unmanaged =>
        (source, start, count) => new ReadOnlySpan<T>((void*)source, count).CopyTo(values.AsSpan(start, count));

    /// <summary>Each taker's type must be its column's, without nulls.</summary>
    /// <returns>The number of rows.</returns>
    public static int Read(DuckDBConnection connection, string query, params Taker[] columns)
    {
        // As a stream: a result that is complete would hold every row a second time.
        DuckDBState prepares = NativeMethods.PreparedStatements.DuckDBPrepare(
            connection.NativeConnection,
            query,
            out DuckDBPreparedStatement statement
        );
        using DuckDBPreparedStatement prepared = statement;
        if (prepares != DuckDBState.Success)
        {
            throw new InvalidDataException(NativeMethods.PreparedStatements.DuckDBPrepareError(prepared));
        }

        DuckDBState state = NativeMethods.PreparedStatements.DuckDBExecutePreparedStreaming(
            prepared,
            out DuckDBResult result
        );
        try
        {
            if (state != DuckDBState.Success)
            {
                throw new InvalidDataException(NativeMethods.Query.DuckDBResultError(ref result));
            }

            int rows = 0;
            while (true)
            {
                using DuckDBDataChunk chunk = NativeMethods.Query.DuckDBFetchChunk(result);
                int count = chunk.IsInvalid ? 0 : (int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(chunk);
                if (count == 0)
                {
                    return rows;
                }

                for (int column = 0; column < columns.Length; column++)
                {
                    nint vector = NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, column);
                    columns[column]((nint)NativeMethods.Vectors.DuckDBVectorGetData(vector), rows, count);
                }

                rows += count;
            }
        }
        finally
        {
            NativeMethods.Query.DuckDBDestroyResult(ref result);
        }
    }
}
