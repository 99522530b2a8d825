using System.Runtime.CompilerServices;

namespace Matinee.Core.Numerics;

/// <inheritdoc/>
internal sealed unsafe class PackedFactors<TKernel, TLanes, TVector> : PackedFactors
    where TKernel : struct, IMatrixKernel
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    private readonly int count;
    private readonly int depth;
    private readonly FactorMatrix groups;

    public PackedFactors(FactorMatrix items)
    {
        count = items.RowCount;
        depth = items.Factors;
        long padded = ((long)count + TKernel.Columns - 1) / TKernel.Columns * TKernel.Columns;
        groups = new FactorMatrix(checked((int)((padded * depth / FactorMatrix.Padding) + 1)), FactorMatrix.Padding);
        BlockProduct.PackTransposed(items.Pointer, items.Stride, depth, count, TKernel.Columns, groups.Pointer);
        GC.KeepAlive(items);
    }

    public override void Products(FactorMatrix people, float* products, nint productStride)
    {
        if (people.RowCount == 1)
        {
            Single(people.Pointer, products);
        }
        else
        {
            Batch(people, products, productStride);
        }

        GC.KeepAlive(people);
        GC.KeepAlive(groups);
    }

    // A group of items stays in the first-level cache while everybody passes.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Batch(FactorMatrix people, float* products, nint productStride)
    {
        int rows = people.RowCount;
        int padded = (rows + TKernel.Rows - 1) / TKernel.Rows * TKernel.Rows;
        using var left = new AlignedBuffer((long)padded * depth);
        BlockProduct.PackTransposed(people.Pointer, people.Stride, depth, rows, TKernel.Rows, left.Pointer);
        // The kernel subtracts: from nothing, and products of the opposite.
        for (long n = 0; n < (long)padded * depth; n++)
        {
            left.Pointer[n] = -left.Pointer[n];
        }

        using var tile = new AlignedBuffer(TKernel.Rows * TKernel.Columns);
        for (int column = 0; column < count; column += TKernel.Columns)
        {
            float* group = groups.Pointer + ((nint)column * depth);
            int width = Math.Min(TKernel.Columns, count - column);
            for (int row = 0; row < rows; row += TKernel.Rows)
            {
                for (int n = 0; n < TKernel.Rows * TKernel.Columns; n += TLanes.Count)
                {
                    TLanes.Store(default, tile.Pointer + n);
                }

                TKernel.SubtractProduct(
                    left.Pointer + ((nint)row * depth),
                    group,
                    depth,
                    tile.Pointer,
                    TKernel.Columns
                );
                int height = Math.Min(TKernel.Rows, rows - row);
                for (int line = 0; line < height; line++)
                {
                    float* target = products + ((row + line) * productStride) + column;
                    float* sums = tile.Pointer + (line * TKernel.Columns);
                    if (width < TKernel.Columns)
                    {
                        new ReadOnlySpan<float>(sums, width).CopyTo(new Span<float>(target, width));
                        continue;
                    }

                    for (int n = 0; n < TKernel.Columns; n += TLanes.Count)
                    {
                        TLanes.Store(TLanes.Load(sums + n), target + n);
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Single(float* person, float* products)
    {
        int column = 0;
        for (; column <= count - TKernel.Columns; column += TKernel.Columns)
        {
            float* group = groups.Pointer + ((nint)column * depth);
            for (int lane = 0; lane < TKernel.Columns; lane += 2 * TLanes.Count)
            {
                Two(person, group + lane, products + column + lane);
            }
        }

        if (column < count)
        {
            float* last = stackalloc float[TKernel.Columns];
            for (int lane = 0; lane < TKernel.Columns; lane += 2 * TLanes.Count)
            {
                Two(person, groups.Pointer + ((nint)column * depth) + lane, last + lane);
            }

            new ReadOnlySpan<float>(last, count - column).CopyTo(new Span<float>(products + column, count - column));
        }
    }

    // Two vectors of items; the next group's are independent of them, so a processor works on several at once.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void Two(float* person, float* items, float* products)
    {
        TVector left = default,
            right = default;
        for (int k = 0; k < depth; k++, items += TKernel.Columns)
        {
            TVector factor = TLanes.Broadcast(person[k]);
            left = TLanes.MultiplyAdd(factor, TLanes.Load(items), left);
            right = TLanes.MultiplyAdd(factor, TLanes.Load(items + TLanes.Count), right);
        }

        TLanes.Store(left, products);
        TLanes.Store(right, products + TLanes.Count);
    }
}
