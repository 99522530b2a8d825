using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Matinee.Core.Artifacts;

/// <summary>
/// Named tensors in one file, in the safetensors format (an 8-byte little-endian header length, a JSON header, raw
/// little-endian data): Python reads it with <c>safetensors.numpy.load_file</c>.
/// </summary>
public sealed class SafetensorsWriter
{
    private readonly List<Entry> entries = [];

    public void Add(string name, ReadOnlyMemory<float> data, params ReadOnlySpan<int> shape) =>
        Add(name, "F32", data, shape);

    /// <summary>In half precision.</summary>
    public void Add(string name, ReadOnlyMemory<Half> data, params ReadOnlySpan<int> shape) =>
        Add(name, "F16", data, shape);

    public void Add(string name, ReadOnlyMemory<double> data, params ReadOnlySpan<int> shape) =>
        Add(name, "F64", data, shape);

    public void Add(string name, ReadOnlyMemory<int> data, params ReadOnlySpan<int> shape) =>
        Add(name, "I32", data, shape);

    public void Add(string name, ReadOnlyMemory<long> data, params ReadOnlySpan<int> shape) =>
        Add(name, "I64", data, shape);

    public void Add(string name, ReadOnlyMemory<byte> data, params ReadOnlySpan<int> shape) =>
        Add(name, "U8", data, shape);

    /// <summary>Writes beside and renames, so that whoever looks, even after a power cut, finds a whole file or the old one.</summary>
    public void WriteWhole(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string beside = $"{path}.{Environment.ProcessId}.tmp";
        using (FileStream stream = File.Create(beside))
        {
            Write(stream);
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }

    public void Write(Stream stream)
    {
        byte[] header = Header();
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (Entry entry in entries)
        {
            entry.WriteTo(stream);
        }
    }

    private void Add<T>(string name, string type, ReadOnlyMemory<T> data, ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        int[] dimensions = shape.IsEmpty ? [data.Length] : shape.ToArray();
        long elements = dimensions.Aggregate(1L, (product, dimension) => product * dimension);
        if (elements != data.Length)
        {
            throw new ArgumentException(
                $"Tensor '{name}' has {data.Length} elements, its shape {elements}.",
                nameof(shape)
            );
        }

        long bytes = elements * Unsafe.SizeOf<T>();
        entries.Add(new Entry(name, type, dimensions, bytes, stream => WriteData(stream, data)));
    }

    private static void WriteData<T>(Stream stream, ReadOnlyMemory<T> data)
        where T : unmanaged
    {
        // A span of bytes ends at 2 GiB: go in pieces.
        const int Piece = 1 << 24;
        for (int start = 0; start < data.Length; start += Piece)
        {
            ReadOnlySpan<T> piece = data.Span.Slice(start, Math.Min(Piece, data.Length - start));
            stream.Write(MemoryMarshal.AsBytes(piece));
        }
    }

    private byte[] Header()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            long offset = 0;
            json.WriteStartObject();
            foreach (Entry entry in entries)
            {
                json.WriteStartObject(entry.Name);
                json.WriteString("dtype", entry.Type);
                json.WriteStartArray("shape");
                foreach (int dimension in entry.Shape)
                {
                    json.WriteNumberValue(dimension);
                }

                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(offset);
                json.WriteNumberValue(offset + entry.Bytes);
                json.WriteEndArray();
                json.WriteEndObject();
                offset += entry.Bytes;
            }

            json.WriteEndObject();
        }

        // The format allows trailing spaces; they align the data to 64 bytes for memory mapping.
        while ((buffer.Length + sizeof(ulong)) % 64 != 0)
        {
            buffer.WriteByte((byte)' ');
        }

        return buffer.ToArray();
    }

    private sealed record Entry(string Name, string Type, int[] Shape, long Bytes, Action<Stream> WriteTo);
}
