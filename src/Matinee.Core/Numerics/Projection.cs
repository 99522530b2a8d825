using System.Runtime.CompilerServices;

namespace Matinee.Core.Numerics;

/// <summary>The product with a sparse row's Gram matrix that conjugate gradients need, without forming it.</summary>
internal static unsafe class Projection<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    private const int RowsAtOnce = 4;

    // Far enough ahead for main memory to answer.
    private const int PrefetchedRows = 12;

    /// <summary>target += Σ_k weights[k] (bias − y_k·x) y_k with y_k = factors[indices[k]]</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(
        float* factors,
        int* indices,
        float* weights,
        int count,
        nint stride,
        float* x,
        float bias,
        float* target
    )
    {
        int k = 0;
        for (; k <= count - RowsAtOnce; k += RowsAtOnce)
        {
            for (int next = k + PrefetchedRows; next < Math.Min(count, k + PrefetchedRows + RowsAtOnce); next++)
            {
                CacheLines.Prefetch(factors + indices[next] * stride, stride);
            }

            Add4(
                factors + indices[k] * stride,
                factors + indices[k + 1] * stride,
                factors + indices[k + 2] * stride,
                factors + indices[k + 3] * stride,
                weights + k,
                stride,
                x,
                bias,
                target
            );
        }

        for (; k < count; k++)
        {
            Add1(factors + indices[k] * stride, weights[k], stride, x, bias, target);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Add4(
        float* y0,
        float* y1,
        float* y2,
        float* y3,
        float* weights,
        nint stride,
        float* x,
        float bias,
        float* target
    )
    {
        TVector s0 = default,
            s1 = default,
            s2 = default,
            s3 = default;
        for (nint column = 0; column < stride; column += TLanes.Count)
        {
            TVector value = TLanes.Load(x + column);
            s0 = TLanes.MultiplyAdd(value, TLanes.Load(y0 + column), s0);
            s1 = TLanes.MultiplyAdd(value, TLanes.Load(y1 + column), s1);
            s2 = TLanes.MultiplyAdd(value, TLanes.Load(y2 + column), s2);
            s3 = TLanes.MultiplyAdd(value, TLanes.Load(y3 + column), s3);
        }

        TVector c0 = TLanes.Broadcast(weights[0] * (bias - TLanes.Sum(s0)));
        TVector c1 = TLanes.Broadcast(weights[1] * (bias - TLanes.Sum(s1)));
        TVector c2 = TLanes.Broadcast(weights[2] * (bias - TLanes.Sum(s2)));
        TVector c3 = TLanes.Broadcast(weights[3] * (bias - TLanes.Sum(s3)));
        for (nint column = 0; column < stride; column += TLanes.Count)
        {
            TVector sum = TLanes.MultiplyAdd(c0, TLanes.Load(y0 + column), TLanes.Load(target + column));
            TVector other = TLanes.Multiply(c1, TLanes.Load(y1 + column));
            sum = TLanes.MultiplyAdd(c2, TLanes.Load(y2 + column), sum);
            other = TLanes.MultiplyAdd(c3, TLanes.Load(y3 + column), other);
            TLanes.Store(TLanes.Add(sum, other), target + column);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Add1(float* y, float weight, nint stride, float* x, float bias, float* target)
    {
        TVector sum = default;
        for (nint column = 0; column < stride; column += TLanes.Count)
        {
            sum = TLanes.MultiplyAdd(TLanes.Load(x + column), TLanes.Load(y + column), sum);
        }

        TVector factor = TLanes.Broadcast(weight * (bias - TLanes.Sum(sum)));
        for (nint column = 0; column < stride; column += TLanes.Count)
        {
            TVector updated = TLanes.MultiplyAdd(factor, TLanes.Load(y + column), TLanes.Load(target + column));
            TLanes.Store(updated, target + column);
        }
    }
}
