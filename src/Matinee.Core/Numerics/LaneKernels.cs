using System.Runtime.CompilerServices;

namespace Matinee.Core.Numerics;

/// <inheritdoc/>
internal sealed unsafe class FactorKernels<TLanes, TVector> : FactorKernels
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    // Vectors that are read once per tile must stay in the first-level cache beside the matrix.
    private const int CachedFloats = 6144;

    // Far enough ahead for main memory to answer.
    private const int PrefetchedRows = 12;

    public override void AddOuterProducts(float* rows, int count, int stride, float* matrix)
    {
        int depth = Math.Max(16, CachedFloats / stride);
        for (int k = 0; k < count; k += depth)
        {
            float* piece = rows + (nint)k * stride;
            OuterProducts<TLanes, TVector>.Add(piece, Math.Min(depth, count - k), stride, 0, matrix, 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Gather(
        float* factors,
        int* indices,
        float* roots,
        int count,
        int stride,
        float* target,
        float* sum
    )
    {
        for (int k = 0; k < count; k++, target += stride)
        {
            if (k + PrefetchedRows < count)
            {
                CacheLines.Prefetch(factors + (nint)indices[k + PrefetchedRows] * stride, stride);
            }

            float* source = factors + (nint)indices[k] * stride;
            TVector root = TLanes.Broadcast(roots[k]);
            for (int column = 0; column < stride; column += TLanes.Count)
            {
                TVector scaled = TLanes.Multiply(root, TLanes.Load(source + column));
                TLanes.Store(scaled, target + column);
                TLanes.Store(TLanes.MultiplyAdd(root, scaled, TLanes.Load(sum + column)), sum + column);
            }
        }
    }

    public override void AddProjection(
        float* factors,
        int* indices,
        float* weights,
        int count,
        int stride,
        float* x,
        float bias,
        float* target
    ) => Projection<TLanes, TVector>.Add(factors, indices, weights, count, stride, x, bias, target);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Multiply(float* matrix, int stride, float* x, float factor, float scale, float* target)
    {
        // Four vectors of the result at a time: enough sums to hide the multipliers' latency.
        int column = 0;
        for (; column <= stride - 4 * TLanes.Count; column += 4 * TLanes.Count)
        {
            MultiplyColumns4(matrix + column, stride, x, x + column, factor, scale, target + column);
        }

        for (; column < stride; column += TLanes.Count)
        {
            TVector sum = default;
            for (int k = 0; k < stride; k++)
            {
                sum = TLanes.MultiplyAdd(TLanes.Broadcast(x[k]), TLanes.Load(matrix + (nint)k * stride + column), sum);
            }

            StoreScaled(sum, factor, x + column, scale, target + column);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyColumns4(
        float* matrix,
        int stride,
        float* x,
        float* own,
        float factor,
        float scale,
        float* target
    )
    {
        TVector s0 = default,
            s1 = default,
            s2 = default,
            s3 = default;
        for (int k = 0; k < stride; k++, matrix += stride)
        {
            TVector value = TLanes.Broadcast(x[k]);
            s0 = TLanes.MultiplyAdd(value, TLanes.Load(matrix), s0);
            s1 = TLanes.MultiplyAdd(value, TLanes.Load(matrix + TLanes.Count), s1);
            s2 = TLanes.MultiplyAdd(value, TLanes.Load(matrix + 2 * TLanes.Count), s2);
            s3 = TLanes.MultiplyAdd(value, TLanes.Load(matrix + 3 * TLanes.Count), s3);
        }

        StoreScaled(s0, factor, own, scale, target);
        StoreScaled(s1, factor, own + TLanes.Count, scale, target + TLanes.Count);
        StoreScaled(s2, factor, own + 2 * TLanes.Count, scale, target + 2 * TLanes.Count);
        StoreScaled(s3, factor, own + 3 * TLanes.Count, scale, target + 3 * TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreScaled(TVector sum, float factor, float* own, float scale, float* target)
    {
        TVector scaled = TLanes.Multiply(TLanes.Broadcast(scale), TLanes.Load(own));
        TLanes.Store(TLanes.MultiplyAdd(TLanes.Broadcast(factor), sum, scaled), target);
    }

    public override int Factor(float* matrix, int stride, float* inverses) =>
        UpperCholesky<TLanes, TVector>.Factor(matrix, stride, inverses);

    public override void Solve(float* upper, float* inverses, int stride, float* right, float* x) =>
        UpperCholesky<TLanes, TVector>.Solve(upper, inverses, stride, right, x);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override float Dot(float* a, float* b, int stride)
    {
        TVector sum = default;
        for (int column = 0; column < stride; column += TLanes.Count)
        {
            sum = TLanes.MultiplyAdd(TLanes.Load(a + column), TLanes.Load(b + column), sum);
        }

        return TLanes.Sum(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Axpy(float factor, float* x, float* y, int stride)
    {
        TVector factors = TLanes.Broadcast(factor);
        for (int column = 0; column < stride; column += TLanes.Count)
        {
            TLanes.Store(TLanes.MultiplyAdd(factors, TLanes.Load(x + column), TLanes.Load(y + column)), y + column);
        }
    }

    public override void Products(
        float* left,
        int leftCount,
        float* right,
        int rightCount,
        int stride,
        float* products,
        nint productStride
    ) => DotTiles<TLanes, TVector>.Products(left, leftCount, right, rightCount, stride, products, productStride);
}
