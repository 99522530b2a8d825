using System.Buffers.Binary;
using System.Text;

namespace Matinee.Text.Onnx;

/// <summary>
/// A protobuf message as the list of its fields, in the order of the file
/// (https://protobuf.dev/programming-guides/encoding). What nobody asks for is written as it was read.
/// </summary>
internal sealed class ProtoMessage
{
    private readonly List<ProtoField> fields = [];

    /// <exception cref="InvalidDataException">The bytes are no message, or are cut off.</exception>
    public static ProtoMessage Parse(ReadOnlyMemory<byte> bytes)
    {
        var message = new ProtoMessage();
        var reader = new ProtoReader(bytes);
        while (reader.Read() is { } field)
        {
            message.fields.Add(field);
        }

        return message;
    }

    /// <summary>The values of every field of this number that are bytes: strings, messages, packed numbers.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Contents(int number) =>
        fields.Where(field => field.Number == number && field.Wire == ProtoWire.Bytes).Select(field => field.Content);

    public IEnumerable<ProtoMessage> Messages(int number) => Contents(number).Select(Parse);

    public IEnumerable<string> Texts(int number) =>
        Contents(number).Select(content => Encoding.UTF8.GetString(content.Span));

    /// <returns>Empty where it is not said, as protobuf has it.</returns>
    public string Text(int number) => Texts(number).LastOrDefault("");

    /// <summary>The whole numbers of every field of this number, packed or not.</summary>
    public IEnumerable<long> Numbers(int number)
    {
        foreach (ProtoField field in fields.Where(field => field.Number == number))
        {
            if (field.Wire != ProtoWire.Bytes)
            {
                yield return (long)field.Value;
                continue;
            }

            var reader = new ProtoReader(field.Content);
            while (!reader.IsAtEnd)
            {
                yield return (long)reader.ReadVarint();
            }
        }
    }

    public ProtoMessage Add(int number, ReadOnlyMemory<byte> content)
    {
        fields.Add(new ProtoField(number, ProtoWire.Bytes, 0, content));
        return this;
    }

    public ProtoMessage Add(int number, string text) => Add(number, Encoding.UTF8.GetBytes(text));

    public ProtoMessage Add(int number, ProtoMessage message) => Add(number, message.ToBytes());

    public ProtoMessage Add(int number, long value)
    {
        fields.Add(new ProtoField(number, ProtoWire.Varint, (ulong)value, default));
        return this;
    }

    public void RemoveAll(int number) => fields.RemoveAll(field => field.Number == number);

    public byte[] ToBytes()
    {
        byte[] bytes = GC.AllocateUninitializedArray<byte>(fields.Sum(Length));
        Span<byte> rest = bytes;
        foreach (ProtoField field in fields)
        {
            Write(field, ref rest);
        }

        return bytes;
    }

    private static int Length(ProtoField field) =>
        VarintLength((ulong)field.Number << 3)
        + field.Wire switch
        {
            ProtoWire.Varint => VarintLength(field.Value),
            ProtoWire.Fixed64 => sizeof(ulong),
            ProtoWire.Fixed32 => sizeof(uint),
            _ => VarintLength((ulong)field.Content.Length) + field.Content.Length,
        };

    private static void Write(ProtoField field, ref Span<byte> rest)
    {
        WriteVarint(((ulong)field.Number << 3) | (uint)field.Wire, ref rest);
        switch (field.Wire)
        {
            case ProtoWire.Varint:
                WriteVarint(field.Value, ref rest);
                break;
            case ProtoWire.Fixed64:
                BinaryPrimitives.WriteUInt64LittleEndian(rest, field.Value);
                rest = rest[sizeof(ulong)..];
                break;
            case ProtoWire.Fixed32:
                BinaryPrimitives.WriteUInt32LittleEndian(rest, (uint)field.Value);
                rest = rest[sizeof(uint)..];
                break;
            default:
                WriteVarint((ulong)field.Content.Length, ref rest);
                field.Content.Span.CopyTo(rest);
                rest = rest[field.Content.Length..];
                break;
        }
    }

    // Seven bits a byte, lowest first.
    private static int VarintLength(ulong value) => 1 + (63 - (int)ulong.LeadingZeroCount(value | 1)) / 7;

    private static void WriteVarint(ulong value, ref Span<byte> rest)
    {
        int count = VarintLength(value);
        for (int n = 0; n < count; n++)
        {
            rest[n] = (byte)((value >> (7 * n)) | (n == count - 1 ? 0 : 0x80u));
        }

        rest = rest[count..];
    }
}
