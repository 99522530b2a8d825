using System.Runtime.CompilerServices;

namespace Matinee.Core.Numerics;

/// <summary>
/// All dot products between two sets of vectors, four at a time. Every product is summed in the same order whatever
/// stands beside it, so a batch has the bits of its parts.
/// </summary>
internal static unsafe class DotTiles<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    // A block of right vectors stays in the second-level cache while all left ones pass.
    private const int CachedFloats = 32_768;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Products(
        float* left,
        int leftCount,
        float* right,
        int rightCount,
        nint stride,
        float* products,
        nint productStride
    )
    {
        int block = Math.Max(4, CachedFloats / (int)stride / 4 * 4);
        for (int start = 0; start < rightCount; start += block)
        {
            int end = Math.Min(rightCount, start + block);
            for (int l = 0; l < leftCount; l++)
            {
                float* x = left + l * stride;
                float* line = products + l * productStride;
                int r = start;
                // Four rows at once save loads of what several vectors share. One vector alone only waits for memory, which
                // comes twice as fast row by row.
                for (; leftCount > 1 && r <= end - 4; r += 4)
                {
                    Dot4(x, right + r * stride, stride, line + r);
                }

                for (; r < end; r++)
                {
                    Dot1(x, right + r * stride, stride, line + r);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Dot4(float* x, float* y, nint stride, float* products)
    {
        TVector s0 = default,
            s1 = default,
            s2 = default,
            s3 = default;
        float* end = x + stride;
        for (; x < end; x += TLanes.Count, y += TLanes.Count)
        {
            TVector value = TLanes.Load(x);
            s0 = TLanes.MultiplyAdd(value, TLanes.Load(y), s0);
            s1 = TLanes.MultiplyAdd(value, TLanes.Load(y + stride), s1);
            s2 = TLanes.MultiplyAdd(value, TLanes.Load(y + 2 * stride), s2);
            s3 = TLanes.MultiplyAdd(value, TLanes.Load(y + 3 * stride), s3);
        }

        products[0] = TLanes.Sum(s0);
        products[1] = TLanes.Sum(s1);
        products[2] = TLanes.Sum(s2);
        products[3] = TLanes.Sum(s3);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Dot1(float* x, float* y, nint stride, float* product)
    {
        TVector sum = default;
        float* end = x + stride;
        for (; x < end; x += TLanes.Count, y += TLanes.Count)
        {
            sum = TLanes.MultiplyAdd(TLanes.Load(x), TLanes.Load(y), sum);
        }

        *product = TLanes.Sum(sum);
    }
}
