using System.Runtime.InteropServices;

namespace Matinee.Text.Caching;

/// <summary>
/// One text in a cache file: its key, its vector, and a checksum over both. Little-endian, and always of one length, so that
/// a damaged record hides no other.
/// </summary>
internal static class VectorRecord
{
    public static int Bytes(int dimensions) => TextKey.Bytes + dimensions * sizeof(float) + TextKey.Bytes;

    public static void Write(Span<byte> record, TextKey key, ReadOnlySpan<float> vector)
    {
        MemoryMarshal.Write(record, key);
        MemoryMarshal.AsBytes(vector).CopyTo(record[TextKey.Bytes..]);
        MemoryMarshal.Write(record[^TextKey.Bytes..], Checksum(record));
    }

    public static TextKey Key(ReadOnlySpan<byte> record) => MemoryMarshal.Read<TextKey>(record);

    /// <returns>False where the record is not as it was written.</returns>
    public static bool TryRead(ReadOnlySpan<byte> record, Span<float> vector)
    {
        if (MemoryMarshal.Read<TextKey>(record[^TextKey.Bytes..]) != Checksum(record))
        {
            return false;
        }

        record[TextKey.Bytes..^TextKey.Bytes].CopyTo(MemoryMarshal.AsBytes(vector));
        return true;
    }

    private static TextKey Checksum(ReadOnlySpan<byte> record) => TextKey.Of(record[..^TextKey.Bytes]);
}
