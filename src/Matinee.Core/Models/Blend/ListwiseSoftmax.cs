using System.Numerics.Tensors;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.Blend;

/// <summary>
/// Linear weights by the top-one likelihood of ListNet (Cao et al. 2007): every relevant candidate should win a draw from
/// softmax(w·x) over all of the user's candidates. The objective is concave, so Newton's method finds its only maximum.
/// </summary>
internal static class ListwiseSoftmax
{
    private const double Penalty = 1;
    private const int MaxRounds = 50;
    private const int MaxHalvings = 30;

    // What a Newton step would still gain, in log likelihood of all users together.
    private const double Tolerance = 1e-8;

    // Fixed, so that the sums are added in the same order on any number of threads.
    private const int QueriesPerTask = 64;

    /// <summary>
    /// Maximises Σ over users of the mean over relevant candidates of log softmax(w·x), less |w|²/2.
    /// </summary>
    /// <param name="queries">Those without a relevant candidate say nothing and are passed over.</param>
    public static double[] Fit(IReadOnlyList<BlendQuery> queries, int features, TrainingContext context)
    {
        BlendQuery[] useful = [.. queries.Where(query => query.HasRelevantCandidate)];
        var weights = new double[features];
        SoftmaxSums current = At(useful, weights, context);
        for (int round = 0; round < MaxRounds; round++)
        {
            double[] curvature = current.Curvature;
            var factor = new CholeskyFactor(features, (row, column) => curvature[(row * features) + column]);
            double[] step = factor.Solve(current.Gradient);
            double slope = TensorPrimitives.Dot<double>(step, current.Gradient);
            if (slope < Tolerance)
            {
                break;
            }

            if (!TryStep(useful, ref weights, step, slope, ref current, context))
            {
                break;
            }
        }

        return weights;
    }

    /// <summary>The objective, its gradient and its curvature at the weights.</summary>
    internal static SoftmaxSums At(BlendQuery[] queries, double[] weights, TrainingContext context)
    {
        var parts = new SoftmaxSums[(queries.Length + QueriesPerTask - 1) / QueriesPerTask];
        Parallel.For(
            0,
            parts.Length,
            context.Parallel,
            task =>
            {
                parts[task] = new SoftmaxSums(weights.Length);
                int end = Math.Min(queries.Length, (task + 1) * QueriesPerTask);
                for (int n = task * QueriesPerTask; n < end; n++)
                {
                    parts[task].Add(queries[n], weights);
                }
            }
        );
        var all = new SoftmaxSums(weights.Length);
        foreach (SoftmaxSums part in parts)
        {
            all.Add(part);
        }

        all.AddPenalty(weights, Penalty);
        return all;
    }

    // Halves the step until it gains a fair part of what the slope promises (Armijo 1966).
    private static bool TryStep(
        BlendQuery[] queries,
        ref double[] weights,
        double[] step,
        double slope,
        ref SoftmaxSums current,
        TrainingContext context
    )
    {
        double length = 1;
        for (int halving = 0; halving < MaxHalvings; halving++)
        {
            var next = new double[weights.Length];
            TensorPrimitives.MultiplyAdd<double>(step, length, weights, next);
            SoftmaxSums there = At(queries, next, context);
            if (there.Value >= current.Value + 1e-4 * length * slope)
            {
                (weights, current) = (next, there);
                return true;
            }

            length /= 2;
        }

        return false;
    }
}
