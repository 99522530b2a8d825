namespace Matinee.Text.Onnx;

/// <summary>How protobuf writes a field's value.</summary>
internal enum ProtoWire
{
    Varint = 0,
    Fixed64 = 1,
    Bytes = 2,
    Fixed32 = 5,
}

/// <summary>One field of a protobuf message.</summary>
/// <param name="Value">Where it is no <see cref="ProtoWire.Bytes"/>.</param>
/// <param name="Content">Of <see cref="ProtoWire.Bytes"/>: a string, a message or packed numbers.</param>
internal readonly record struct ProtoField(int Number, ProtoWire Wire, ulong Value, ReadOnlyMemory<byte> Content);
