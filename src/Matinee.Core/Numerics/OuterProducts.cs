using System.Runtime.CompilerServices;

namespace Matinee.Core.Numerics;

/// <summary>
/// The upper triangle of M ± VᵀV in tiles of 4 rows × 3 vectors: 12 sums, 3 vectors and a broadcast fill AVX2's 16
/// registers and keep AVX-512's two multipliers busy.
/// </summary>
internal static unsafe class OuterProducts<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    private const int TileRows = 4;

    /// <summary>matrix[i, j] += sign Σ_k rows[k, i] rows[k, j] for i ≥ first and j ≥ i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(float* rows, int depth, int stride, int first, float* matrix, float sign)
    {
        int lanes = TLanes.Count;
        for (int row = first; row < stride; row += TileRows)
        {
            int column = row / lanes * lanes;
            float* tile = matrix + (nint)row * stride;
            while (column < stride)
            {
                // Never one vector alone where two and two will do: four sums can't hide a multiplier's latency.
                int left = (stride - column) / lanes;
                if (left >= 3 && left != 4)
                {
                    Tile3(rows, depth, stride, row, column, tile, sign);
                    column += 3 * lanes;
                }
                else if (left >= 2)
                {
                    Tile2(rows, depth, stride, row, column, tile, sign);
                    column += 2 * lanes;
                }
                else
                {
                    Tile1(rows, depth, stride, row, column, tile, sign);
                    column += lanes;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Tile3(float* rows, int depth, nint stride, int row, int column, float* tile, float sign)
    {
        TVector s00 = default,
            s01 = default,
            s02 = default;
        TVector s10 = default,
            s11 = default,
            s12 = default;
        TVector s20 = default,
            s21 = default,
            s22 = default;
        TVector s30 = default,
            s31 = default,
            s32 = default;
        float* a = rows + row;
        float* b = rows + column;
        for (int k = 0; k < depth; k++, a += stride, b += stride)
        {
            TVector b0 = TLanes.Load(b);
            TVector b1 = TLanes.Load(b + TLanes.Count);
            TVector b2 = TLanes.Load(b + 2 * TLanes.Count);
            TVector value = TLanes.Broadcast(a[0]);
            s00 = TLanes.MultiplyAdd(value, b0, s00);
            s01 = TLanes.MultiplyAdd(value, b1, s01);
            s02 = TLanes.MultiplyAdd(value, b2, s02);
            value = TLanes.Broadcast(a[1]);
            s10 = TLanes.MultiplyAdd(value, b0, s10);
            s11 = TLanes.MultiplyAdd(value, b1, s11);
            s12 = TLanes.MultiplyAdd(value, b2, s12);
            value = TLanes.Broadcast(a[2]);
            s20 = TLanes.MultiplyAdd(value, b0, s20);
            s21 = TLanes.MultiplyAdd(value, b1, s21);
            s22 = TLanes.MultiplyAdd(value, b2, s22);
            value = TLanes.Broadcast(a[3]);
            s30 = TLanes.MultiplyAdd(value, b0, s30);
            s31 = TLanes.MultiplyAdd(value, b1, s31);
            s32 = TLanes.MultiplyAdd(value, b2, s32);
        }

        float* target = tile + column;
        TVector factor = TLanes.Broadcast(sign);
        Store(s00, factor, target);
        Store(s01, factor, target + TLanes.Count);
        Store(s02, factor, target + 2 * TLanes.Count);
        target += stride;
        Store(s10, factor, target);
        Store(s11, factor, target + TLanes.Count);
        Store(s12, factor, target + 2 * TLanes.Count);
        target += stride;
        Store(s20, factor, target);
        Store(s21, factor, target + TLanes.Count);
        Store(s22, factor, target + 2 * TLanes.Count);
        target += stride;
        Store(s30, factor, target);
        Store(s31, factor, target + TLanes.Count);
        Store(s32, factor, target + 2 * TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Tile2(float* rows, int depth, nint stride, int row, int column, float* tile, float sign)
    {
        TVector s00 = default,
            s01 = default;
        TVector s10 = default,
            s11 = default;
        TVector s20 = default,
            s21 = default;
        TVector s30 = default,
            s31 = default;
        float* a = rows + row;
        float* b = rows + column;
        for (int k = 0; k < depth; k++, a += stride, b += stride)
        {
            TVector b0 = TLanes.Load(b);
            TVector b1 = TLanes.Load(b + TLanes.Count);
            TVector value = TLanes.Broadcast(a[0]);
            s00 = TLanes.MultiplyAdd(value, b0, s00);
            s01 = TLanes.MultiplyAdd(value, b1, s01);
            value = TLanes.Broadcast(a[1]);
            s10 = TLanes.MultiplyAdd(value, b0, s10);
            s11 = TLanes.MultiplyAdd(value, b1, s11);
            value = TLanes.Broadcast(a[2]);
            s20 = TLanes.MultiplyAdd(value, b0, s20);
            s21 = TLanes.MultiplyAdd(value, b1, s21);
            value = TLanes.Broadcast(a[3]);
            s30 = TLanes.MultiplyAdd(value, b0, s30);
            s31 = TLanes.MultiplyAdd(value, b1, s31);
        }

        float* target = tile + column;
        TVector factor = TLanes.Broadcast(sign);
        Store(s00, factor, target);
        Store(s01, factor, target + TLanes.Count);
        target += stride;
        Store(s10, factor, target);
        Store(s11, factor, target + TLanes.Count);
        target += stride;
        Store(s20, factor, target);
        Store(s21, factor, target + TLanes.Count);
        target += stride;
        Store(s30, factor, target);
        Store(s31, factor, target + TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Tile1(float* rows, int depth, nint stride, int row, int column, float* tile, float sign)
    {
        TVector s0 = default,
            s1 = default,
            s2 = default,
            s3 = default;
        float* a = rows + row;
        float* b = rows + column;
        for (int k = 0; k < depth; k++, a += stride, b += stride)
        {
            TVector b0 = TLanes.Load(b);
            s0 = TLanes.MultiplyAdd(TLanes.Broadcast(a[0]), b0, s0);
            s1 = TLanes.MultiplyAdd(TLanes.Broadcast(a[1]), b0, s1);
            s2 = TLanes.MultiplyAdd(TLanes.Broadcast(a[2]), b0, s2);
            s3 = TLanes.MultiplyAdd(TLanes.Broadcast(a[3]), b0, s3);
        }

        float* target = tile + column;
        TVector factor = TLanes.Broadcast(sign);
        Store(s0, factor, target);
        Store(s1, factor, target + stride);
        Store(s2, factor, target + 2 * stride);
        Store(s3, factor, target + 3 * stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(TVector sum, TVector factor, float* target) =>
        TLanes.Store(TLanes.MultiplyAdd(sum, factor, TLanes.Load(target)), target);
}
