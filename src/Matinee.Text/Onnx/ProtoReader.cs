using System.Buffers.Binary;

namespace Matinee.Text.Onnx;

/// <summary>Reads protobuf's fields one after the other.</summary>
internal struct ProtoReader(ReadOnlyMemory<byte> bytes)
{
    private int position;

    public readonly bool IsAtEnd => position == bytes.Length;

    /// <returns>Null at the end.</returns>
    /// <exception cref="InvalidDataException">What follows is no field, or is cut off.</exception>
    public ProtoField? Read()
    {
        if (IsAtEnd)
        {
            return null;
        }

        ulong tag = ReadVarint();
        int number = (int)Math.Min(tag >> 3, int.MaxValue);
        var wire = (ProtoWire)(tag & 7);
        return wire switch
        {
            ProtoWire.Varint => new ProtoField(number, wire, ReadVarint(), default),
            ProtoWire.Fixed64 => new ProtoField(
                number,
                wire,
                BinaryPrimitives.ReadUInt64LittleEndian(Take(8).Span),
                default
            ),
            ProtoWire.Fixed32 => new ProtoField(
                number,
                wire,
                BinaryPrimitives.ReadUInt32LittleEndian(Take(4).Span),
                default
            ),
            ProtoWire.Bytes => new ProtoField(number, wire, 0, Take(ReadVarint())),
            _ => throw new InvalidDataException($"a field of the unknown kind {(int)wire} at byte {position}"),
        };
    }

    /// <exception cref="InvalidDataException">There is no whole number.</exception>
    public ulong ReadVarint()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte next = Take(1).Span[0];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException($"a number of more than 64 bits at byte {position}");
    }

    private ReadOnlyMemory<byte> Take(ulong count)
    {
        if (count > (ulong)(bytes.Length - position))
        {
            throw new InvalidDataException($"the end after {bytes.Length} bytes, in the middle of a field");
        }

        ReadOnlyMemory<byte> taken = bytes.Slice(position, (int)count);
        position += (int)count;
        return taken;
    }
}
