namespace Matinee.Core.Numerics;

/// <summary>Dense symmetric positive definite matrices.</summary>
public static class PositiveDefinite
{
    /// <summary>
    /// Replaces a symmetric positive definite matrix by its inverse, in n³ floating-point operations and two panels of
    /// extra memory. The result does not depend on the number of threads.
    /// </summary>
    /// <param name="matrix">n × n, row-major. The lower triangle is read; the whole symmetric inverse is written.</param>
    /// <param name="n">Rows and columns.</param>
    /// <param name="parallel">Threads and cancellation; a cancelled matrix is left half done.</param>
    /// <param name="progress">Receives the share that is done, 0 to 1, on the calling thread.</param>
    /// <exception cref="MatineeException">The matrix is not positive definite.</exception>
    public static void Invert(float[] matrix, int n, ParallelOptions parallel, Action<double>? progress = null) =>
        Invert(matrix, n, parallel, progress, VectorWidths.Widest);

    internal static unsafe void Invert(
        float[] matrix,
        int n,
        ParallelOptions parallel,
        Action<double>? progress,
        VectorWidth width
    )
    {
        if (n < 0 || matrix.LongLength != (long)n * n)
        {
            throw new ArgumentException($"A {n} × {n} matrix needs {(long)n * n} elements.", nameof(matrix));
        }

        fixed (float* elements = matrix)
        {
            switch (width)
            {
                case VectorWidth.Bits512:
                    Invert<MatrixKernel512>(elements, n, parallel, progress);
                    break;
                case VectorWidth.Bits256:
                    Invert<MatrixKernel256>(elements, n, parallel, progress);
                    break;
                default:
                    Invert<MatrixKernel128>(elements, n, parallel, progress);
                    break;
            }
        }
    }

    private static unsafe void Invert<TKernel>(float* matrix, int n, ParallelOptions parallel, Action<double>? progress)
        where TKernel : struct, IMatrixKernel
    {
        progress?.Invoke(0);
        using var sweep = new BlockSweep<TKernel>(matrix, n, parallel);
        for (int pivot = 0; pivot < sweep.BlockCount; pivot++)
        {
            sweep.Eliminate(pivot);
            progress?.Invoke((pivot + 1.0) / sweep.BlockCount);
        }

        sweep.Finish();
    }
}
