namespace Matinee.Core.Numerics;

/// <summary>
/// Item factors in groups as wide as a kernel's columns, each with its factors along the rows: what products of all items with a
/// few people read from front to back. A product is summed over ascending factors whatever stands beside it, so a batch has
/// the bits of its parts.
/// </summary>
internal abstract unsafe class PackedFactors
{
    public static PackedFactors Of(FactorMatrix items, VectorWidth width) =>
        width switch
        {
            VectorWidth.Bits512 => new PackedFactors<
                MatrixKernel512,
                Lanes512,
                System.Runtime.Intrinsics.Vector512<float>
            >(items),
            VectorWidth.Bits256 => new PackedFactors<
                MatrixKernel256,
                Lanes256,
                System.Runtime.Intrinsics.Vector256<float>
            >(items),
            _ => new PackedFactors<MatrixKernel128, Lanes128, System.Runtime.Intrinsics.Vector128<float>>(items),
        };

    /// <summary>products[u × productStride + i] = people[u] · items[i]</summary>
    /// <param name="people">As many factors as the items have.</param>
    /// <param name="productStride">At least the number of items.</param>
    public void Products(FactorMatrix people, Span<float> products, int productStride)
    {
        fixed (float* first = products)
        {
            Products(people, first, productStride);
        }
    }

    /// <inheritdoc cref="Products(FactorMatrix, Span{float}, int)"/>
    public abstract void Products(FactorMatrix people, float* products, nint productStride);
}
