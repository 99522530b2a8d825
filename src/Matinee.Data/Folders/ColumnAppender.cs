using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Matinee.Data.Folders;

/// <summary>Copies whole columns into a DuckDB table, a vector of 2048 values at a time: no call per value.</summary>
internal static unsafe class ColumnAppender
{
    private const int VectorLength = 2048;

    public delegate void Filler(nint destination, int start, int count);

    public static Filler Column<T>(T[] values)
        where T : unmanaged =>
        (destination, start, count) => values.AsSpan(start, count).CopyTo(new Span<T>((void*)destination, count));

    /// <summary>A column whose values are computed as they are wanted.</summary>
    public static Filler Column<T>(Func<int, T> valueAt)
        where T : unmanaged =>
        (destination, start, count) =>
        {
            for (int n = 0; n < count; n++)
            {
                ((T*)destination)[n] = valueAt(start + n);
            }
        };

    /// <summary>Appends rows 0 .. <paramref name="rows"/> − 1; each filler's type must be its column's.</summary>
    public static void Append(DuckDBConnection connection, string table, int rows, params Filler[] columns)
    {
        Check(
            NativeMethods.Appender.DuckDBAppenderCreate(
                connection.NativeConnection,
                null!,
                table,
                out DuckDB.NET.Native.DuckDBAppender appender
            )
        );
        using (appender)
        {
            var types = new DuckDBLogicalType[columns.Length];
            for (int column = 0; column < columns.Length; column++)
            {
                types[column] = NativeMethods.Appender.DuckDBAppenderColumnType(appender, (ulong)column);
            }

            using DuckDBDataChunk chunk = NativeMethods.DataChunks.DuckDBCreateDataChunk(
                [.. types.Select(type => type.DangerousGetHandle())],
                (ulong)types.Length
            );
            for (int start = 0; start < rows; start += VectorLength)
            {
                int count = Math.Min(VectorLength, rows - start);
                NativeMethods.DataChunks.DuckDBDataChunkReset(chunk);
                for (int column = 0; column < columns.Length; column++)
                {
                    nint vector = NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, column);
                    columns[column]((nint)NativeMethods.Vectors.DuckDBVectorGetData(vector), start, count);
                }

                NativeMethods.DataChunks.DuckDBDataChunkSetSize(chunk, (ulong)count);
                Check(NativeMethods.Appender.DuckDBAppendDataChunk(appender, chunk));
            }

            Check(NativeMethods.Appender.DuckDBAppenderClose(appender));
            Array.ForEach(types, type => type.Dispose());
        }

        void Check(DuckDBState state)
        {
            if (state != DuckDBState.Success)
            {
                throw new InvalidOperationException($"DuckDB refused to append to the table {table}.");
            }
        }
    }
}
