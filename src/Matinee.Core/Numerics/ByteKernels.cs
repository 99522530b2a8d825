using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Matinee.Core.Numerics;

/// <summary>How products of bytes are computed. All give the same integers; tests force each.</summary>
internal enum ByteProducts
{
    /// <summary>On any machine.</summary>
    Portable,

    Avx2,

    /// <summary>One instruction for 32 products and their sums.</summary>
    AvxVnni,
}

/// <summary>Sums of four products of bytes, for eight items at once.</summary>
internal interface IByteKernel
{
    /// <summary>What is added to a person's bytes, so that they are of the sign which the instruction takes.</summary>
    static abstract int PersonOffset { get; }

    /// <summary>sums[i] + Σ person[4 i + n] items[4 i + n], n = 0 .. 3</summary>
    static abstract Vector256<int> MultiplyAdd(Vector256<int> sums, Vector256<byte> person, Vector256<sbyte> items);
}

internal readonly struct VnniBytes : IByteKernel
{
    public static int PersonOffset => 128;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> MultiplyAdd(Vector256<int> sums, Vector256<byte> person, Vector256<sbyte> items) =>
        AvxVnni.MultiplyWideningAndAdd(sums, person, items);
}

internal readonly struct Avx2Bytes : IByteKernel
{
    public static int PersonOffset => 0;

    // |y| × (x with y's sign): two products of at most 127² each are below the 32 767 at which the instruction saturates.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> MultiplyAdd(Vector256<int> sums, Vector256<byte> person, Vector256<sbyte> items)
    {
        Vector256<short> pairs = Avx2.MultiplyAddAdjacent(Avx2.Abs(items), Avx2.Sign(person.AsSByte(), items));
        return sums + Avx2.MultiplyAddAdjacent(pairs, Vector256<short>.One);
    }
}

internal readonly struct PortableBytes : IByteKernel
{
    public static int PersonOffset => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> MultiplyAdd(Vector256<int> sums, Vector256<byte> person, Vector256<sbyte> items)
    {
        Vector256<int> x = person.AsInt32();
        Vector256<int> y = items.AsInt32();
        return sums
            + ((x << 24 >> 24) * (y << 24 >> 24))
            + ((x << 16 >> 24) * (y << 16 >> 24))
            + ((x << 8 >> 24) * (y << 8 >> 24))
            + ((x >> 24) * (y >> 24));
    }
}
