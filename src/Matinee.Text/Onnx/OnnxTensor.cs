using System.Runtime.InteropServices;

namespace Matinee.Text.Onnx;

/// <summary>ONNX's numbers for kinds of values.</summary>
internal enum OnnxType
{
    Float = 1,
    UInt8 = 2,
    Int8 = 3,
    Int64 = 7,
}

/// <summary>A constant of an ONNX model.</summary>
/// <param name="Shape">Empty for a single value.</param>
/// <param name="Raw">The values, little-endian, row-major; empty where the file has them elsewhere.</param>
internal sealed record OnnxTensor(string Name, OnnxType Type, int[] Shape, ReadOnlyMemory<byte> Raw)
{
    private const int Dims = 1;
    private const int DataType = 2;
    private const int TensorName = 8;
    private const int RawData = 9;

    // As it was read, for the fields that are not looked at.
    private ReadOnlyMemory<byte>? source;

    public static OnnxTensor Parse(ReadOnlyMemory<byte> bytes)
    {
        var message = ProtoMessage.Parse(bytes);
        return new OnnxTensor(
            message.Text(TensorName),
            (OnnxType)message.Numbers(DataType).LastOrDefault(),
            [.. message.Numbers(Dims).Select(length => (int)length)],
            message.Contents(RawData).LastOrDefault()
        )
        {
            source = bytes,
        };
    }

    /// <summary>Whether it is a matrix of floats whose values are here.</summary>
    public bool IsFloatMatrix =>
        Type == OnnxType.Float && Shape is [> 0, > 0] && Raw.Length == (long)Shape[0] * Shape[1] * sizeof(float);

    public float[] Floats() => MemoryMarshal.Cast<byte, float>(Raw.Span).ToArray();

    public ReadOnlyMemory<byte> ToBytes()
    {
        if (source is { } bytes)
        {
            return bytes;
        }

        var message = new ProtoMessage();
        foreach (int length in Shape)
        {
            message.Add(Dims, length);
        }

        return message.Add(DataType, (long)Type).Add(TensorName, Name).Add(RawData, Raw).ToBytes();
    }
}
