using System.Numerics;
using System.Runtime.CompilerServices;

namespace Matinee.Core.Numerics;

/// <summary>
/// Inverts one small symmetric positive definite block by the sweep operator, in double precision: the block's
/// inverse multiplies everything else, so its rounding would show everywhere.
/// </summary>
internal sealed class PivotBlock(int capacity)
{
    // A pivot this much smaller than its diagonal was is rounding noise in float32, whatever its sign.
    private const double SmallestPivot = 1e-6;

    private readonly double[] block = new double[capacity * capacity];
    private readonly double[] pivotRow = new double[capacity];

    private int size;

    /// <summary>Takes the lower triangle of the block at <paramref name="source"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void Load(float* source, nint stride, int newSize)
    {
        size = newSize;
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                block[row * size + column] = source[row * stride + column];
            }
        }
    }

    /// <summary>Writes both triangles of the block to <paramref name="target"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void Store(float* target, nint stride)
    {
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                target[row * stride + column] = (float)block[row * size + column];
                target[column * stride + row] = target[row * stride + column];
            }
        }
    }

    /// <summary>Replaces the block A by −A⁻¹.</summary>
    /// <param name="diagonal">The diagonal before any elimination.</param>
    /// <returns>The first row whose pivot is not positive, or −1.</returns>
    public int Sweep(ReadOnlySpan<float> diagonal)
    {
        Span<double> pivots = pivotRow.AsSpan(0, size);
        for (int k = 0; k < size; k++)
        {
            double pivot = block[k * size + k];
            if (!(pivot > SmallestPivot * diagonal[k]) || !double.IsFinite(pivot))
            {
                return k;
            }

            SweepOne(k, 1 / pivot, pivots);
        }

        return -1;
    }

    // a_ij −= a_ik a_kj / a_kk, then a_ik /= a_kk, then a_kk = −1 / a_kk; on the lower triangle alone.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SweepOne(int k, double inverse, Span<double> pivots)
    {
        block.AsSpan(k * size, k).CopyTo(pivots);
        for (int row = k; row < size; row++)
        {
            pivots[row] = block[row * size + k];
        }

        for (int row = 0; row < size; row++)
        {
            AddScaled(block.AsSpan(row * size, row + 1), pivots, -pivots[row] * inverse);
        }

        for (int column = 0; column < k; column++)
        {
            block[k * size + column] = pivots[column] * inverse;
        }

        for (int row = k + 1; row < size; row++)
        {
            block[row * size + k] = pivots[row] * inverse;
        }

        block[k * size + k] = -inverse;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddScaled(Span<double> target, ReadOnlySpan<double> source, double factor)
    {
        var factors = new Vector<double>(factor);
        int n = 0;
        for (; n <= target.Length - Vector<double>.Count; n += Vector<double>.Count)
        {
            (new Vector<double>(target[n..]) + factors * new Vector<double>(source[n..])).CopyTo(target[n..]);
        }

        for (; n < target.Length; n++)
        {
            target[n] += factor * source[n];
        }
    }
}
