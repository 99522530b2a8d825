using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Matinee.Data.Folders;

/// <summary>
/// Whole columns as a DuckDB view that reads them where they lie: nothing is copied into the database, and all of its
/// threads read at once, in row order. The view can be queried once, for all of its columns in their order, while this
/// lives.
/// </summary>
internal sealed unsafe partial class LentColumns : IDisposable
{
    // The rows of one of DuckDB's row groups: a batch becomes a group without being put together from two.
    private const int BatchRows = 122_880;
    private readonly List<GCHandle> pinned = [];
    private readonly List<nint> allocated = [];
    private readonly Batches* batches;
    private readonly ArrowStream* stream;

    /// <summary>A column's name, its type in Arrow's spelling, and its values; of texts, where each starts in the bytes.</summary>
    public readonly record struct Column(
        string Name,
        string Format,
        int ElementBytes,
        Array Values,
        byte[]? Bytes = null
    );

    private struct Batches
    {
        public ArrowSchema Schema;
        public ArrowArray* Arrays;
        public int Count;
        public int Next;
    }

    public LentColumns(params ReadOnlySpan<Column> columns)
    {
        int rows = columns[0].Values.Length - (columns[0].Bytes is null ? 0 : 1);
        batches = Allocate<Batches>(1);
        batches->Count = (rows + BatchRows - 1) / BatchRows;
        batches->Arrays = Allocate<ArrowArray>(batches->Count);
        batches->Schema = Table(columns);
        var starts = new byte*[columns.Length];
        var texts = new byte*[columns.Length];
        for (int column = 0; column < columns.Length; column++)
        {
            starts[column] = Pin(columns[column].Values);
            texts[column] = columns[column].Bytes is { } bytes ? Pin(bytes) : null;
        }

        for (int batch = 0; batch < batches->Count; batch++)
        {
            int first = batch * BatchRows;
            ArrowArray* table = batches->Arrays + batch;
            *table = Array(Math.Min(BatchRows, rows - first), Allocate<nint>(1), 1);
            table->ChildCount = columns.Length;
            table->Children = (ArrowArray**)Allocate<nint>(columns.Length);
            for (int column = 0; column < columns.Length; column++)
            {
                // The first would say which values are null.
                nint* buffers = Allocate<nint>(3);
                buffers[1] = (nint)(starts[column] + (long)first * columns[column].ElementBytes);
                buffers[2] = (nint)texts[column];
                table->Children[column] = Allocate<ArrowArray>(1);
                *table->Children[column] = Array((int)table->Length, buffers, texts[column] is null ? 2 : 3);
            }
        }

        stream = Allocate<ArrowStream>(1);
        stream->GetSchema = &GetSchema;
        stream->GetNext = &GetNext;
        stream->GetLastError = &GetLastError;
        stream->Release = &Release;
        stream->Own = batches;
    }

    public static Column Of<T>(string name, T[] values)
        where T : unmanaged =>
        new(
            name,
            default(T) switch
            {
                int => "i",
                float => "f",
                double => "g",
                long => "l",
                SplitPart => "C",
                _ => throw new ArgumentException($"{typeof(T)} has no type in Arrow here.", nameof(values)),
            },
            sizeof(T),
            values
        );

    public static Column Of(string name, string[] texts)
    {
        var starts = new long[texts.Length + 1];
        var bytes = new ArrayBufferWriter<byte>(Math.Max(1, texts.Length));
        for (int n = 0; n < texts.Length; n++)
        {
            starts[n + 1] = starts[n] + Encoding.UTF8.GetBytes(texts[n], bytes);
        }

        return new Column(name, "U", sizeof(long), starts, bytes.WrittenSpan.ToArray());
    }

    public void CreateView(DuckDBConnection connection, string name)
    {
        if (ArrowScan(connection.NativeConnection, name, stream) != DuckDBState.Success)
        {
            throw new InvalidOperationException($"DuckDB refused the view {name}.");
        }
    }

    public void Dispose()
    {
        pinned.ForEach(handle => handle.Free());
        allocated.ForEach(block => NativeMemory.Free((void*)block));
    }

    private ArrowSchema Table(ReadOnlySpan<Column> columns)
    {
        ArrowSchema table = Schema("+s", "");
        table.ChildCount = columns.Length;
        table.Children = (ArrowSchema**)Allocate<nint>(columns.Length);
        for (int column = 0; column < columns.Length; column++)
        {
            table.Children[column] = Allocate<ArrowSchema>(1);
            *table.Children[column] = Schema(columns[column].Format, columns[column].Name);
        }

        return table;
    }

    private ArrowSchema Schema(string format, string name) =>
        new()
        {
            Format = Text(format),
            Name = Text(name),
            Release = &Release,
        };

    private static ArrowArray Array(int length, nint* buffers, int bufferCount) =>
        new()
        {
            Length = length,
            BufferCount = bufferCount,
            Buffers = (void**)buffers,
            Release = &Release,
        };

    private byte* Text(string text)
    {
        byte* bytes = Allocate<byte>(text.Length + 1);
        Encoding.ASCII.GetBytes(text, new Span<byte>(bytes, text.Length));
        return bytes;
    }

    private byte* Pin(Array values)
    {
        GCHandle handle = GCHandle.Alloc(values, GCHandleType.Pinned);
        pinned.Add(handle);
        return (byte*)handle.AddrOfPinnedObject();
    }

    private T* Allocate<T>(int count)
        where T : unmanaged
    {
        void* block = NativeMemory.AllocZeroed((nuint)Math.Max(1, count), (nuint)sizeof(T));
        allocated.Add((nint)block);
        return (T*)block;
    }

    [UnmanagedCallersOnly]
    private static int GetSchema(ArrowStream* stream, ArrowSchema* schema)
    {
        *schema = ((Batches*)stream->Own)->Schema;
        return 0;
    }

    [UnmanagedCallersOnly]
    private static int GetNext(ArrowStream* stream, ArrowArray* array)
    {
        var batches = (Batches*)stream->Own;
        int next = Interlocked.Increment(ref batches->Next) - 1;
        *array = next < batches->Count ? batches->Arrays[next] : default;
        return 0;
    }

    [UnmanagedCallersOnly]
    private static byte* GetLastError(ArrowStream* stream) => null;

    // A released structure says so itself; the memory is freed with this object.
    [UnmanagedCallersOnly]
    private static void Release(ArrowStream* stream) => stream->Release = null;

    [UnmanagedCallersOnly]
    private static void Release(ArrowSchema* schema) => schema->Release = null;

    [UnmanagedCallersOnly]
    private static void Release(ArrowArray* array) => array->Release = null;

    [LibraryImport("duckdb", EntryPoint = "duckdb_arrow_scan", StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static partial DuckDBState ArrowScan(DuckDBNativeConnection connection, string view, ArrowStream* stream);
}
