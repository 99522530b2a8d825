using Matinee.Core.Numerics;

namespace Matinee.Core.Models.ImplicitAls;

/// <summary>
/// Solves one row given the other side's factors Y: (Σ c y yᵀ + α₀ YᵀY + λ I) x = Σ c y over the row's entries. Holds
/// the buffers of one thread.
/// </summary>
internal sealed unsafe class RowSolver
{
    // Gathered rows stay in the second-level cache until their outer products are summed.
    private const int MostGatheredFloats = 65_536;

    private readonly FactorKernels kernels;
    private readonly int stride;
    private readonly int gatheredRows;
    private readonly FactorMatrix matrix;
    private readonly FactorMatrix gathered;
    private readonly FactorMatrix vectors;
    private float[] roots = [];
    private float[] ones = [];

    public RowSolver(FactorKernels kernels, int factors)
    {
        this.kernels = kernels;
        var shape = new FactorMatrix(0, factors);
        stride = shape.Stride;
        gatheredRows = Math.Max(16, MostGatheredFloats / stride);
        matrix = new FactorMatrix(stride, stride);
        gathered = new FactorMatrix(gatheredRows, stride);
        vectors = new FactorMatrix(5, stride);
    }

    /// <summary>Equal weights for a row of that many entries; until the next call.</summary>
    public ReadOnlySpan<float> Ones(int count)
    {
        if (ones.Length < count)
        {
            ones = new float[Math.Max(count, 2 * ones.Length)];
            ones.AsSpan().Fill(1);
        }

        return ones.AsSpan(0, count);
    }

    /// <summary>The exact solution by Cholesky.</summary>
    /// <param name="scaledGram">α₀ YᵀY, stored whole.</param>
    /// <param name="columns">The row's entries: rows of Y.</param>
    /// <param name="weights">c per entry.</param>
    /// <param name="solution">Receives x.</param>
    /// <returns>The row's part of the objective, Σ c (x·y − 1)² + α₀ xᵀYᵀY x + λ‖x‖².</returns>
    public double SolveExactly(
        FactorMatrix other,
        FactorMatrix scaledGram,
        ReadOnlySpan<int> columns,
        ReadOnlySpan<float> weights,
        float regularization,
        float* solution
    )
    {
        Factor(other, scaledGram, columns, weights, regularization);
        float* right = vectors.RowPointer(2);
        Buffer.MemoryCopy(vectors.RowPointer(0), right, stride * sizeof(float), stride * sizeof(float));
        Solve(solution);
        // With A x = b the objective xᵀA x − 2 xᵀb + Σ c is Σ c − xᵀb: no further pass over the entries.
        return Sum(weights) - kernels.Dot(solution, right, stride);
    }

    /// <summary>Makes the row's equations ready to be solved, for Σ c y and for any other right side.</summary>
    public void Factor(
        FactorMatrix other,
        FactorMatrix scaledGram,
        ReadOnlySpan<int> columns,
        ReadOnlySpan<float> weights,
        float regularization
    )
    {
        nint cells = (nint)stride * stride;
        Buffer.MemoryCopy(scaledGram.Pointer, matrix.Pointer, cells * sizeof(float), cells * sizeof(float));
        float* right = vectors.RowPointer(0);
        new Span<float>(right, stride).Clear();
        for (int n = 0; n < stride; n++)
        {
            matrix.Pointer[(nint)n * (stride + 1)] += regularization;
        }

        SetRoots(weights);
        fixed (int* indices = columns)
        fixed (float* factors = roots)
        {
            for (int start = 0; start < columns.Length; start += gatheredRows)
            {
                int count = Math.Min(gatheredRows, columns.Length - start);
                kernels.Gather(other.Pointer, indices + start, factors + start, count, stride, gathered.Pointer, right);
                kernels.AddOuterProducts(gathered.Pointer, count, stride, matrix.Pointer);
            }
        }

        float* inverses = vectors.RowPointer(1);
        if (kernels.Factor(matrix.Pointer, stride, inverses) >= 0)
        {
            throw new MatineeException(
                "Implicit ALS met a row whose equations can't be solved in single precision. Raise regularization."
            );
        }

        GC.KeepAlive(this);
    }

    /// <summary>Solves the row's factored equations; once, since the right side is lost.</summary>
    public void Solve(float* solution)
    {
        kernels.Solve(matrix.Pointer, vectors.RowPointer(1), stride, vectors.RowPointer(0), solution);
        GC.KeepAlive(this);
    }

    /// <summary>Solves the row's factored equations for a right side of one's own.</summary>
    public void Solve(ReadOnlySpan<float> right, float* solution)
    {
        var copy = new Span<float>(vectors.RowPointer(2), stride);
        right.CopyTo(copy);
        copy[right.Length..].Clear();
        kernels.Solve(matrix.Pointer, vectors.RowPointer(1), stride, vectors.RowPointer(2), solution);
        GC.KeepAlive(this);
    }

    /// <summary>A few conjugate gradient steps from the solution that is there (Hestenes and Stiefel 1952).</summary>
    /// <param name="gram">YᵀY, stored whole, not scaled.</param>
    /// <param name="measured">Whether the row's part of the objective is wanted.</param>
    /// <returns>The row's part of the objective as <see cref="SolveExactly"/> says it; 0 where that is not wanted.</returns>
    public double Improve(
        FactorMatrix other,
        FactorMatrix gram,
        float unobservedWeight,
        ReadOnlySpan<int> columns,
        ReadOnlySpan<float> weights,
        float regularization,
        int steps,
        float* solution,
        bool measured
    )
    {
        float* residual = vectors.RowPointer(2);
        float* direction = vectors.RowPointer(3);
        float* product = vectors.RowPointer(4);
        fixed (int* indices = columns)
        fixed (float* entryWeights = weights)
        {
            // r = Σ c (1 − y·x) y − α₀ YᵀY x − λ x
            kernels.Multiply(gram.Pointer, stride, solution, -unobservedWeight, -regularization, residual);
            kernels.AddProjection(other.Pointer, indices, entryWeights, columns.Length, stride, solution, 1, residual);
            Buffer.MemoryCopy(residual, direction, stride * sizeof(float), stride * sizeof(float));
            float norm = kernels.Dot(residual, residual, stride);
            for (int step = 0; step < steps && norm > 1e-20f; step++)
            {
                // −A p, since a projection with bias 0 comes out negative.
                kernels.Multiply(gram.Pointer, stride, direction, -unobservedWeight, -regularization, product);
                kernels.AddProjection(
                    other.Pointer,
                    indices,
                    entryWeights,
                    columns.Length,
                    stride,
                    direction,
                    0,
                    product
                );
                float curvature = -kernels.Dot(direction, product, stride);
                if (!(curvature > 0))
                {
                    break;
                }

                float length = norm / curvature;
                kernels.Axpy(length, direction, solution, stride);
                kernels.Axpy(length, product, residual, stride);
                float next = kernels.Dot(residual, residual, stride);
                float ratio = next / norm;
                norm = next;
                for (int n = 0; n < stride; n++)
                {
                    direction[n] = residual[n] + (ratio * direction[n]);
                }
            }
        }

        double objective = measured
            ? Objective(other, gram, unobservedWeight, columns, weights, regularization, solution)
            : 0;
        GC.KeepAlive(this);
        return objective;
    }

    private double Objective(
        FactorMatrix other,
        FactorMatrix gram,
        float unobservedWeight,
        ReadOnlySpan<int> columns,
        ReadOnlySpan<float> weights,
        float regularization,
        float* solution
    )
    {
        double sum = 0;
        for (int n = 0; n < columns.Length; n++)
        {
            double error = kernels.Dot(solution, other.RowPointer(columns[n]), stride) - 1;
            sum += weights[n] * error * error;
        }

        float* product = vectors.RowPointer(4);
        kernels.Multiply(gram.Pointer, stride, solution, unobservedWeight, regularization, product);
        return sum + kernels.Dot(solution, product, stride);
    }

    private static double Sum(ReadOnlySpan<float> weights)
    {
        double sum = 0;
        foreach (float weight in weights)
        {
            sum += weight;
        }

        return sum;
    }

    private void SetRoots(ReadOnlySpan<float> weights)
    {
        if (roots.Length < weights.Length)
        {
            roots = new float[Math.Max(weights.Length, 2 * roots.Length)];
        }

        System.Numerics.Tensors.TensorPrimitives.Sqrt(weights, roots);
    }
}
