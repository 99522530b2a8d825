using System.Runtime.CompilerServices;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>
/// Draws the parameters of a block's features one after the other, each given all others (Rendle 2012, algorithm 3), from the
/// rows' sums alone: O(entries), however many ratings the rows have (Rendle 2013).
/// </summary>
internal static class FeatureSampler
{
    /// <param name="group">Of the block's groups the one to draw.</param>
    /// <param name="rows">One per row of the block; brought up to date.</param>
    /// <param name="parameters">One per feature of the block.</param>
    /// <param name="normals">Standard normal numbers, one per feature of the block.</param>
    /// <param name="noise">α, the precision of a rating.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static unsafe void SampleFactors(
        DesignBlock block,
        FeatureGroup group,
        RowSums* rows,
        Span<double> parameters,
        ReadOnlySpan<double> normals,
        double noise,
        NormalPrior prior
    )
    {
        fixed (int* rowNumbers = block.Rows)
        fixed (double* values = block.Values)
        {
            for (int feature = group.Start; feature < group.End; feature++)
            {
                int start = block.FeatureStarts[feature];
                int end = block.FeatureStarts[feature + 1];
                double old = parameters[feature];
                // Of the gradient h = x (o + own − v x) of a rating's prediction in this parameter: Σ h² and Σ h e.
                double squares = 0;
                double products = 0;
                for (int n = start; n < end; n++)
                {
                    RowSums* row = rows + rowNumbers[n];
                    double x = values[n];
                    double rest = row->Own - old * x;
                    squares += x * x * (row->OthersSquared + rest * (2 * row->Others + rest * row->Count));
                    products += x * (row->OthersErrors + rest * row->Errors);
                }

                double drawn = Draw(old, squares, products, noise, prior, normals[feature]);
                parameters[feature] = drawn;
                double change = drawn - old;
                for (int n = start; n < end; n++)
                {
                    RowSums* row = rows + rowNumbers[n];
                    double x = values[n];
                    double rest = row->Own - old * x;
                    double step = change * x;
                    row->Own += step;
                    row->Shift += step * rest;
                    row->Errors -= step * (row->Others + rest * row->Count);
                    row->OthersErrors -= step * (row->OthersSquared + rest * row->Others);
                }
            }
        }
    }

    /// <summary>The same for the features' linear weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static unsafe void SampleWeights(
        DesignBlock block,
        FeatureGroup group,
        RowSums* rows,
        Span<double> parameters,
        ReadOnlySpan<double> normals,
        double noise,
        NormalPrior prior
    )
    {
        fixed (int* rowNumbers = block.Rows)
        fixed (double* values = block.Values)
        {
            for (int feature = group.Start; feature < group.End; feature++)
            {
                int start = block.FeatureStarts[feature];
                int end = block.FeatureStarts[feature + 1];
                double old = parameters[feature];
                double squares = 0;
                double products = 0;
                for (int n = start; n < end; n++)
                {
                    RowSums* row = rows + rowNumbers[n];
                    double x = values[n];
                    squares += x * x * row->Count;
                    products += x * row->Errors;
                }

                double drawn = Draw(old, squares, products, noise, prior, normals[feature]);
                parameters[feature] = drawn;
                double change = drawn - old;
                for (int n = start; n < end; n++)
                {
                    RowSums* row = rows + rowNumbers[n];
                    double step = change * values[n];
                    row->Shift += step;
                    row->Errors -= step * row->Count;
                }
            }
        }
    }

    // From the parameter's normal distribution given everything else.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Draw(
        double old,
        double squares,
        double products,
        double noise,
        NormalPrior prior,
        double normal
    )
    {
        double precision = noise * squares + prior.Precision;
        double mean = (noise * (products + old * squares) + prior.Precision * prior.Mean) / precision;
        return mean + normal / Math.Sqrt(precision);
    }
}
