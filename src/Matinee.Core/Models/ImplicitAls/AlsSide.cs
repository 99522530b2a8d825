using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.ImplicitAls;

/// <summary>One side of the factorisation: its rows, their weights, and their factors.</summary>
internal sealed unsafe class AlsSide
{
    private readonly InteractionMatrix rows;
    private readonly float[]? weights;
    private readonly float[] regularizations;
    private readonly (int Start, int End)[] tasks;
    private readonly int[] order;

    /// <param name="rows">This side × the other side.</param>
    /// <param name="weights">One per entry of <paramref name="rows"/>; null: 1 each.</param>
    public AlsSide(InteractionMatrix rows, float[]? weights, FactorMatrix factors, ImplicitAlsOptions options)
    {
        this.rows = rows;
        this.weights = weights;
        Factors = factors;
        regularizations = new float[rows.RowCount];
        for (int row = 0; row < regularizations.Length; row++)
        {
            regularizations[row] = RowRegularization(rows.RowLength(row), rows.ColumnCount, options);
        }

        // Longest first: the last tasks to start are short, so both cores end together.
        order = [.. Enumerable.Range(0, rows.RowCount).OrderByDescending(rows.RowLength)];
        tasks = Tasks();
    }

    public FactorMatrix Factors { get; }

    /// <summary>λ (n + α₀ columns)^ν (Rendle et al. 2022, eq. 8).</summary>
    public static float RowRegularization(int entries, int columns, ImplicitAlsOptions options) =>
        (float)(
            options.Regularization * Math.Pow(entries + (options.UnobservedWeight * columns), options.FrequencyExponent)
        );

    /// <summary>Solves every row given the other side.</summary>
    /// <param name="exactly">Whether by Cholesky, whatever the options' solver.</param>
    /// <param name="measured">Whether the objective is wanted; it costs conjugate gradients another pass over the entries.</param>
    /// <returns>The objective of this side's new factors without the other side's penalty; nothing of use unless measured.</returns>
    public double Solve(
        FactorMatrix other,
        ImplicitAlsOptions options,
        FactorKernels kernels,
        ParallelOptions parallel,
        bool exactly,
        bool measured = true
    )
    {
        FactorMatrix gram = other.Gram(kernels, parallel);
        var unobserved = (float)options.UnobservedWeight;
        if (exactly)
        {
            gram.Scale(unobserved);
        }

        // Summed in pieces of fixed order.
        var losses = new double[tasks.Length];
        Parallel.For(
            0,
            tasks.Length,
            parallel,
            () => new RowSolver(kernels, other.Factors),
            (task, _, solver) =>
            {
                for (int n = tasks[task].Start; n < tasks[task].End; n++)
                {
                    int row = order[n];
                    ReadOnlySpan<int> columns = rows.RowColumns(row);
                    ReadOnlySpan<float> rowWeights = weights is null
                        ? solver.Ones(columns.Length)
                        : weights.AsSpan(rows.RowStarts[row], columns.Length);
                    float* solution = Factors.RowPointer(row);
                    if (exactly)
                    {
                        losses[task] += solver.SolveExactly(
                            other,
                            gram,
                            columns,
                            rowWeights,
                            regularizations[row],
                            solution
                        );
                    }
                    else
                    {
                        losses[task] += solver.Improve(
                            other,
                            gram,
                            unobserved,
                            columns,
                            rowWeights,
                            regularizations[row],
                            options.ConjugateGradientSteps,
                            solution,
                            measured
                        );
                    }
                }

                return solver;
            },
            _ => { }
        );
        return losses.Sum();
    }

    /// <summary>Σ_rows λ_row ‖x‖²</summary>
    public double Penalty()
    {
        double sum = 0;
        for (int row = 0; row < rows.RowCount; row++)
        {
            ReadOnlySpan<float> factors = Factors[row];
            sum += (double)regularizations[row] * Vectors.Dot(factors, factors);
        }

        return sum;
    }

    // About equal work per task: a row costs its entries and, for its own equations, as much as some more.
    private (int Start, int End)[] Tasks()
    {
        const int RowCost = 32;
        const int Parts = 256;
        long total = rows.EntryCount + ((long)RowCost * rows.RowCount);
        long share = Math.Max(1, total / Parts);
        var result = new List<(int, int)>();
        int start = 0;
        long cost = 0;
        for (int n = 0; n < order.Length; n++)
        {
            cost += rows.RowLength(order[n]) + RowCost;
            if (cost >= share || n == order.Length - 1)
            {
                result.Add((start, n + 1));
                start = n + 1;
                cost = 0;
            }
        }

        return [.. result];
    }
}
