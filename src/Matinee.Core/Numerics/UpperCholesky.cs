using System.Runtime.CompilerServices;

namespace Matinee.Core.Numerics;

/// <summary>A = UᵀU for many small matrices, by blocks of pivots whose trailing update is one product.</summary>
internal static unsafe class UpperCholesky<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    private const int BlockSize = FactorMatrix.Padding;

    /// <summary>Replaces the upper triangle of A by U.</summary>
    /// <returns>The first row whose pivot is not positive, or −1.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Factor(float* matrix, int stride, float* inverses)
    {
        for (int block = 0; block < stride; block += BlockSize)
        {
            int failed = FactorPanel(matrix, stride, block, inverses);
            if (failed >= 0)
            {
                return failed;
            }

            float* panel = matrix + (nint)block * stride;
            OuterProducts<TLanes, TVector>.Add(panel, BlockSize, stride, block + BlockSize, matrix, -1);
        }

        return -1;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static int FactorPanel(float* matrix, nint stride, int block, float* inverses)
    {
        for (int k = block; k < block + BlockSize; k++)
        {
            float* pivotRow = matrix + k * stride;
            float pivot = pivotRow[k];
            if (!(pivot > 0) || !float.IsFinite(pivot))
            {
                return k;
            }

            inverses[k] = 1 / MathF.Sqrt(pivot);
            TVector scale = TLanes.Broadcast(inverses[k]);
            for (int column = block; column < stride; column += TLanes.Count)
            {
                TLanes.Store(TLanes.Multiply(scale, TLanes.Load(pivotRow + column)), pivotRow + column);
            }

            for (int row = k + 1; row < block + BlockSize; row++)
            {
                float* target = matrix + row * stride;
                TVector factor = TLanes.Broadcast(-pivotRow[row]);
                for (int column = block; column < stride; column += TLanes.Count)
                {
                    TVector sum = TLanes.MultiplyAdd(
                        factor,
                        TLanes.Load(pivotRow + column),
                        TLanes.Load(target + column)
                    );
                    TLanes.Store(sum, target + column);
                }
            }
        }

        return -1;
    }

    /// <summary>Solves UᵀU x = b; b is overwritten.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Solve(float* upper, float* inverses, nint stride, float* right, float* x)
    {
        // Uᵀ z = b. What a vector writes before column k is not read again; z is kept in x.
        for (int k = 0; k < stride; k++)
        {
            float* row = upper + k * stride;
            x[k] = right[k] * inverses[k];
            TVector factor = TLanes.Broadcast(-x[k]);
            for (int column = k / TLanes.Count * TLanes.Count; column < stride; column += TLanes.Count)
            {
                TVector sum = TLanes.MultiplyAdd(factor, TLanes.Load(row + column), TLanes.Load(right + column));
                TLanes.Store(sum, right + column);
            }
        }

        // U x = z. b is free: it holds what is solved of x, and zeros before.
        for (int k = 0; k < stride; k++)
        {
            right[k] = 0;
        }

        for (int k = (int)stride - 1; k >= 0; k--)
        {
            float* row = upper + k * stride;
            TVector sum = default;
            for (int column = k / TLanes.Count * TLanes.Count; column < stride; column += TLanes.Count)
            {
                sum = TLanes.MultiplyAdd(TLanes.Load(row + column), TLanes.Load(right + column), sum);
            }

            x[k] = (x[k] - TLanes.Sum(sum)) * inverses[k];
            right[k] = x[k];
        }
    }
}
