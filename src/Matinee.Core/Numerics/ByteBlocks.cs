using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Matinee.Core.Numerics;

/// <summary>
/// Products of one person with a block of 32 items, all in signed bytes. A block holds four factors of each item, then the next
/// four: [factors / 4][item][4].
/// </summary>
internal abstract unsafe class ByteBlocks
{
    public const int Items = 32;

    /// <summary>Factors are filled up with zeros to a multiple of this many.</summary>
    public const int Step = 4;

    public static ByteProducts Fastest =>
        AvxVnni.IsSupported ? ByteProducts.AvxVnni
        : Avx2.IsSupported ? ByteProducts.Avx2
        : ByteProducts.Portable;

    public static ByteBlocks With(ByteProducts products) =>
        products switch
        {
            ByteProducts.AvxVnni => new ByteBlocks<VnniBytes>(),
            ByteProducts.Avx2 => new ByteBlocks<Avx2Bytes>(),
            _ => new ByteBlocks<PortableBytes>(),
        };

    /// <inheritdoc cref="IByteKernel.PersonOffset"/>
    public abstract int PersonOffset { get; }

    /// <param name="steps">Factors / 4.</param>
    /// <param name="person">4 × steps bytes, <see cref="PersonOffset"/> added to each.</param>
    /// <param name="corrections">−<see cref="PersonOffset"/> × the sum of each item's bytes.</param>
    /// <param name="scales">Per item.</param>
    /// <param name="products">32, overwritten: scale × Σ person × item.</param>
    /// <returns>Bit i is set unless product i is below the threshold.</returns>
    public abstract uint NotBelow(
        sbyte* block,
        int steps,
        byte* person,
        int* corrections,
        float* scales,
        float threshold,
        float* products
    );
}

/// <inheritdoc/>
internal sealed unsafe class ByteBlocks<TKernel> : ByteBlocks
    where TKernel : struct, IByteKernel
{
    private const int Lanes = 8;

    public override int PersonOffset => TKernel.PersonOffset;

    // Four sums that wait for nothing but themselves.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public override uint NotBelow(
        sbyte* block,
        int steps,
        byte* person,
        int* corrections,
        float* scales,
        float threshold,
        float* products
    )
    {
        Vector256<int> a = Vector256.Load(corrections);
        Vector256<int> b = Vector256.Load(corrections + Lanes);
        Vector256<int> c = Vector256.Load(corrections + (2 * Lanes));
        Vector256<int> d = Vector256.Load(corrections + (3 * Lanes));
        for (int step = 0; step < steps; step++, block += Items * Step)
        {
            Vector256<byte> four = Vector256.Create(((int*)person)[step]).AsByte();
            a = TKernel.MultiplyAdd(a, four, Vector256.Load(block));
            b = TKernel.MultiplyAdd(b, four, Vector256.Load(block + (Lanes * Step)));
            c = TKernel.MultiplyAdd(c, four, Vector256.Load(block + (2 * Lanes * Step)));
            d = TKernel.MultiplyAdd(d, four, Vector256.Load(block + (3 * Lanes * Step)));
        }

        Vector256<float> least = Vector256.Create(threshold);
        return ~(
            Below(a, scales, least, products)
            | (Below(b, scales + Lanes, least, products + Lanes) << Lanes)
            | (Below(c, scales + (2 * Lanes), least, products + (2 * Lanes)) << (2 * Lanes))
            | (Below(d, scales + (3 * Lanes), least, products + (3 * Lanes)) << (3 * Lanes))
        );
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Below(Vector256<int> sums, float* scales, Vector256<float> least, float* products)
    {
        Vector256<float> product = Vector256.ConvertToSingle(sums) * Vector256.Load(scales);
        product.Store(products);
        return Vector256.LessThan(product, least).ExtractMostSignificantBits();
    }
}
