using System.Runtime.CompilerServices;
using Matinee.Core.Interactions;

namespace Matinee.Core.Numerics;

/// <summary>Which of a matrix's two Gram matrices.</summary>
public enum GramSide
{
    /// <summary>X Xᵀ: rows × rows, users by users.</summary>
    Rows,

    /// <summary>Xᵀ X: columns × columns, items by items.</summary>
    Columns,
}

/// <summary>
/// Dense Gram matrices of a sparse matrix, row by row (Gustavson 1978): the cost is the number of products that are not
/// zero. Each row is summed by one task in a fixed order: the result has the same bits at any number of threads.
/// </summary>
public static unsafe class SparseGram
{
    // n × n floats must fit one array.
    private const int LargestSize = 46_340;

    /// <summary>Computes X Xᵀ or Xᵀ X; counts are exact below 2²⁴ when all weights are 1.</summary>
    /// <param name="matrix">Says where X is not zero.</param>
    /// <param name="weights">X's entries, in the order of the matrix's.</param>
    /// <param name="side">Which product.</param>
    /// <param name="parallel">Threads and cancellation.</param>
    /// <returns>n × n, row-major, symmetric.</returns>
    public static float[] Compute(
        InteractionMatrix matrix,
        ReadOnlySpan<float> weights,
        GramSide side,
        ParallelOptions parallel
    )
    {
        if (weights.Length != matrix.EntryCount)
        {
            throw new ArgumentException("Each entry needs a weight.", nameof(weights));
        }

        int n = side == GramSide.Rows ? matrix.RowCount : matrix.ColumnCount;
        if (n > LargestSize)
        {
            throw new MatineeException(
                $"A {n} × {n} Gram matrix is too large; the limit is {LargestSize}. "
                    + "Drop rare items or users, or train a model that does not need one, such as implicit ALS."
            );
        }

        float[] gram = GC.AllocateUninitializedArray<float>(n * n);
        var transposed = new Transposed(matrix, weights);
        fixed (
            int* starts = matrix.RowStarts,
                columns = matrix.Columns
        )
        fixed (
            float* rowWeights = weights,
                columnWeights = transposed.Weights,
                target = gram
        )
        fixed (
            int* columnStarts = transposed.Starts,
                rows = transposed.Rows
        )
        {
            var byRow = new Lists(starts, columns, rowWeights);
            var byColumn = new Lists(columnStarts, rows, columnWeights);
            Fill(
                target,
                n,
                side == GramSide.Rows ? byRow : byColumn,
                side == GramSide.Rows ? byColumn : byRow,
                parallel
            );
        }

        return gram;
    }

    private static void Fill(float* gram, int n, Lists outer, Lists inner, ParallelOptions parallel)
    {
        Parallel.For(0, n, parallel, row => FillLowerRow(gram + (nint)row * n, row, outer, inner));
        LowerTriangle.Mirror(gram, n, 1, parallel);
    }

    private static void FillLowerRow(float* target, int row, Lists outer, Lists inner)
    {
        new Span<float>(target, row + 1).Clear();
        for (int n = outer.Starts[row]; n < outer.Starts[row + 1]; n++)
        {
            int shared = outer.Indices[n];
            float weight = outer.Weights[n];
            int* indices = inner.Indices + inner.Starts[shared];
            float* weights = inner.Weights + inner.Starts[shared];

            // The list contains the row itself and ascends.
            int count = inner.Starts[shared + 1] - inner.Starts[shared];
            int upToRow = new ReadOnlySpan<int>(indices, count).BinarySearch(row) + 1;
            Scatter(target, indices, weights, upToRow, weight);
        }
    }

    // A method of its own: inlined into the loop above it ran four times slower.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Scatter(float* target, int* indices, float* values, int count, float factor)
    {
        for (int k = 0; k < count; k++)
        {
            target[indices[k]] += factor * values[k];
        }
    }

    private readonly struct Lists(int* starts, int* indices, float* weights)
    {
        public readonly int* Starts = starts;
        public readonly int* Indices = indices;
        public readonly float* Weights = weights;
    }

    private sealed class Transposed
    {
        public Transposed(InteractionMatrix matrix, ReadOnlySpan<float> weights)
        {
            Starts = new int[matrix.ColumnCount + 1];
            Rows = new int[matrix.EntryCount];
            Weights = new float[matrix.EntryCount];
            foreach (int column in matrix.Columns)
            {
                Starts[column + 1]++;
            }

            for (int column = 0; column < matrix.ColumnCount; column++)
            {
                Starts[column + 1] += Starts[column];
            }

            int[] next = Starts.AsSpan(0, matrix.ColumnCount).ToArray();
            for (int row = 0; row < matrix.RowCount; row++)
            {
                for (int n = matrix.RowStarts[row]; n < matrix.RowStarts[row + 1]; n++)
                {
                    int at = next[matrix.Columns[n]]++;
                    Rows[at] = row;
                    Weights[at] = weights[n];
                }
            }
        }

        public int[] Starts { get; }
        public int[] Rows { get; }
        public float[] Weights { get; }
    }
}
