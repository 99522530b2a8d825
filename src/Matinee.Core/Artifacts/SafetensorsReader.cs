using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace Matinee.Core.Artifacts;

/// <summary>Reads tensors from a safetensors file, one at a time; large ones may stay in the file.</summary>
public sealed class SafetensorsReader : IDisposable
{
    /// <summary>From this size on it pays not to copy a tensor.</summary>
    public const int LargeBytes = 1 << 20;

    private const int LargestHeader = 100_000_000;

    private readonly string path;
    private readonly TensorMapping mapping;
    private readonly SafeFileHandle file;
    private readonly Lazy<MappedFile?> mapped;
    private readonly Dictionary<string, Entry> entries = [];
    private readonly long dataStart;

    public SafetensorsReader(string path, TensorMapping mapping = TensorMapping.Large)
    {
        this.path = path;
        this.mapping = mapping;
        file = File.OpenHandle(path);
        mapped = new(() => MappedFile.TryOpen(file));
        try
        {
            dataStart = ReadHeader();
        }
        catch (Exception exception)
            when (exception
                    is JsonException
                        or InvalidOperationException
                        or FormatException
                        or KeyNotFoundException
                        or IndexOutOfRangeException
            )
        {
            file.Dispose();
            throw Corrupt("its header is not valid", exception);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public bool Contains(string name) => entries.ContainsKey(name);

    public int[] Shape(string name) => [.. Find(name).Shape];

    public float[] Floats(string name) => Read<float>(name, "F32");

    public Half[] Halfs(string name) => Read<Half>(name, "F16");

    public double[] Doubles(string name) => Read<double>(name, "F64");

    public int[] Ints(string name) => Read<int>(name, "I32");

    public long[] Longs(string name) => Read<long>(name, "I64");

    public byte[] Bytes(string name) => Read<byte>(name, "U8");

    /// <summary>Elements of a tensor from one on, of a file that is kept open for it.</summary>
    public float[] Floats(string name, int start, int length) => Read<float>(name, "F32", start, length);

    /// <inheritdoc cref="Floats(string, int, int)"/>
    public int[] Ints(string name, int start, int length) => Read<int>(name, "I32", start, length);

    /// <inheritdoc cref="Floats(string, int, int)"/>
    public long[] Longs(string name, int start, int length) => Read<long>(name, "I64", start, length);

    /// <summary>Whether a tensor need not be copied, as <see cref="TensorMapping"/> says.</summary>
    public bool StaysInFile(string name)
    {
        Entry entry = Find(name);
        return mapping switch
        {
            TensorMapping.Never => false,
            TensorMapping.Always => entry.End > entry.Start,
            _ => entry.End - entry.Start >= LargeBytes && MappedFile.IsSafe(path),
        };
    }

    /// <summary>Left in the file where <see cref="TensorMapping"/> says so: read-only, and there after <see cref="Dispose"/>.</summary>
    public ReadOnlyMemory<float> MapFloats(string name) => Map<float>(name, "F32");

    /// <inheritdoc cref="MapFloats"/>
    public ReadOnlyMemory<Half> MapHalfs(string name) => Map<Half>(name, "F16");

    /// <inheritdoc cref="MapFloats"/>
    public ReadOnlyMemory<int> MapInts(string name) => Map<int>(name, "I32");

    /// <inheritdoc cref="MapFloats"/>
    public ReadOnlyMemory<long> MapLongs(string name) => Map<long>(name, "I64");

    public void Dispose() => file.Dispose();

    private ReadOnlyMemory<T> Map<T>(string name, string type)
        where T : unmanaged
    {
        Entry entry = Typed<T>(name, type, out int elements);
        if (!StaysInFile(name) || mapped.Value is not { } whole)
        {
            return Read<T>(name, type, 0, elements);
        }

        long offset = dataStart + entry.Start;
        return MappedTensor<T>.IsAligned(whole, offset)
            ? new MappedTensor<T>(whole, offset, elements).Memory
            : Read<T>(name, type, 0, elements);
    }

    private Entry Typed<T>(string name, string type, out int elements)
        where T : unmanaged
    {
        Entry entry = Find(name);
        if (entry.Type != type)
        {
            throw Corrupt($"tensor '{name}' is {entry.Type}, expected {type}");
        }

        long product = entry.Shape.Aggregate(1L, (size, dimension) => size * dimension);
        if (product is < 0 || product > Array.MaxLength || entry.End - entry.Start != product * Unsafe.SizeOf<T>())
        {
            throw Corrupt($"tensor '{name}' does not fit its shape");
        }

        if (entry.Start < 0 || entry.End > RandomAccess.GetLength(file) - dataStart)
        {
            throw Corrupt("it ends too early");
        }

        elements = (int)product;
        return entry;
    }

    private T[] Read<T>(string name, string type)
        where T : unmanaged
    {
        Typed<T>(name, type, out int elements);
        return Read<T>(name, type, 0, elements);
    }

    private T[] Read<T>(string name, string type, int first, int length)
        where T : unmanaged
    {
        Entry entry = Typed<T>(name, type, out int elements);
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, elements - first);
        int size = Unsafe.SizeOf<T>();
        T[] data = GC.AllocateUninitializedArray<T>(length);
        const int Piece = 1 << 24;
        for (int start = 0; start < data.Length; start += Piece)
        {
            Span<byte> piece = MemoryMarshal.AsBytes(data.AsSpan(start, Math.Min(Piece, data.Length - start)));
            ReadExactly(piece, dataStart + entry.Start + ((long)first + start) * size);
        }

        return data;
    }

    private long ReadHeader()
    {
        Span<byte> lengthBytes = stackalloc byte[sizeof(ulong)];
        ReadExactly(lengthBytes, 0);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(lengthBytes);
        if (length > LargestHeader)
        {
            throw Corrupt("its header is absurdly long");
        }

        var header = new byte[length];
        ReadExactly(header, sizeof(ulong));
        using JsonDocument json = JsonDocument.Parse(header);
        foreach (JsonProperty property in json.RootElement.EnumerateObject())
        {
            if (property.Name == "__metadata__")
            {
                continue;
            }

            JsonElement offsets = property.Value.GetProperty("data_offsets");
            entries[property.Name] = new Entry(
                property.Value.GetProperty("dtype").GetString() ?? "",
                [.. property.Value.GetProperty("shape").EnumerateArray().Select(dimension => dimension.GetInt32())],
                offsets[0].GetInt64(),
                offsets[1].GetInt64()
            );
        }

        return sizeof(ulong) + header.Length;
    }

    private void ReadExactly(Span<byte> destination, long offset)
    {
        while (destination.Length > 0)
        {
            int read = RandomAccess.Read(file, destination, offset);
            if (read == 0)
            {
                throw Corrupt("it ends too early");
            }

            destination = destination[read..];
            offset += read;
        }
    }

    private Entry Find(string name) =>
        entries.TryGetValue(name, out Entry? entry) ? entry : throw Corrupt($"tensor '{name}' is missing");

    private MatineeException Corrupt(string reason, Exception? inner = null)
    {
        string message = $"{path} is not a usable tensor file: {reason}. Train the model again, or restore the file.";
        return inner is null ? new MatineeException(message) : new MatineeException(message, inner);
    }

    private sealed record Entry(string Type, int[] Shape, long Start, long End);
}
