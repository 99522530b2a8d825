using System.Numerics.Tensors;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>
/// All that a sample says about the rows of one block: what a row adds to a prediction by itself, and the vector by which it
/// interacts with rows of other blocks.
/// </summary>
/// <param name="Biases">One per row.</param>
/// <param name="Vectors">Rows × rank, row-major.</param>
internal sealed record BlockRows(double[] Biases, double[] Vectors);

/// <summary>
/// A sample in terms of rows: prediction = w₀ + Σ bias(b) + Σ_{b&lt;c} ⟨vector(b), vector(c)⟩ over the rating's rows b, c.
/// </summary>
internal sealed record RowValues(double Intercept, BlockRows[] Blocks)
{
    public static RowValues Of(
        Design design,
        BlockParameters[] parameters,
        double intercept,
        ParallelOptions? parallel = null
    ) =>
        new(
            intercept,
            [.. design.Blocks.Select((block, b) => Of(block, parameters[b], parallel ?? new ParallelOptions()))]
        );

    /// <summary>Σⱼ xⱼ vⱼ per row.</summary>
    public static void Sum(DesignBlock block, ReadOnlySpan<double> parameters, Span<double> sums)
    {
        sums.Clear();
        for (int feature = 0; feature < parameters.Length; feature++)
        {
            double parameter = parameters[feature];
            for (int n = block.FeatureStarts[feature]; n < block.FeatureStarts[feature + 1]; n++)
            {
                sums[block.Rows[n]] += block.Values[n] * parameter;
            }
        }
    }

    public double Predict(ReadOnlySpan<int> rows)
    {
        double sum = Intercept;
        int rank = Blocks[0].Vectors.Length / Math.Max(1, Blocks[0].Biases.Length);
        for (int b = 0; b < rows.Length; b++)
        {
            sum += Blocks[b].Biases[rows[b]];
            ReadOnlySpan<double> vector = Blocks[b].Vectors.AsSpan(rows[b] * rank, rank);
            for (int c = 0; c < b; c++)
            {
                sum += TensorPrimitives.Dot(vector, Blocks[c].Vectors.AsSpan(rows[c] * rank, rank));
            }
        }

        return sum;
    }

    public double[] PredictAll(Design design)
    {
        var predictions = new double[design.Count];
        Span<int> rows = stackalloc int[design.Blocks.Length];
        for (int n = 0; n < predictions.Length; n++)
        {
            for (int b = 0; b < rows.Length; b++)
            {
                rows[b] = design.Blocks[b].RowOf[n];
            }

            predictions[n] = Predict(rows);
        }

        return predictions;
    }

    // Σ_{j<k} ⟨vⱼ, vₖ⟩ xⱼ xₖ = ½ Σ_f ((Σ vⱼ xⱼ)² − Σ (vⱼ xⱼ)²) (Rendle 2010, lemma 3.1).
    private static BlockRows Of(DesignBlock block, BlockParameters parameters, ParallelOptions parallel)
    {
        int rank = parameters.Factors.Length;
        var biases = new double[block.RowCount];
        var vectors = new double[(long)block.RowCount * rank];
        Sum(block, parameters.Weights, biases);
        var squares = new double[rank][];
        Parallel.For(
            0,
            rank,
            parallel,
            () => new double[block.RowCount],
            (factor, _, sums) =>
            {
                double[] own = new double[block.RowCount];
                SumWithSquares(block, parameters.Factors[factor], sums, own);
                for (int row = 0; row < own.Length; row++)
                {
                    own[row] = (sums[row] * sums[row] - own[row]) / 2;
                    vectors[(long)row * rank + factor] = sums[row];
                }

                squares[factor] = own;
                return sums;
            },
            _ => { }
        );
        foreach (double[] own in squares)
        {
            TensorPrimitives.Add(biases, own, biases);
        }

        return new BlockRows(biases, vectors);
    }

    private static void SumWithSquares(
        DesignBlock block,
        ReadOnlySpan<double> parameters,
        Span<double> sums,
        Span<double> squares
    )
    {
        sums.Clear();
        for (int feature = 0; feature < parameters.Length; feature++)
        {
            double parameter = parameters[feature];
            for (int n = block.FeatureStarts[feature]; n < block.FeatureStarts[feature + 1]; n++)
            {
                double part = block.Values[n] * parameter;
                sums[block.Rows[n]] += part;
                squares[block.Rows[n]] += part * part;
            }
        }
    }
}
