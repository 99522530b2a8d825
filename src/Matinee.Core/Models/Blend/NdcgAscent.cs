namespace Matinee.Core.Models.Blend;

/// <summary>
/// Coordinate ascent on NDCG (Metzler and Croft 2007): one weight after the other takes the step that helps the users most,
/// as long as any step helps enough.
/// </summary>
internal sealed class NdcgAscent
{
    private const int Passes = 6;

    // In users: a gain smaller than a tenth of one user's perfect list is chance.
    private const double LeastGain = 0.1;

    private static readonly double[] Steps = [0.02, -0.02, 0.05, -0.05, 0.1, -0.1, 0.2, -0.2, 0.4, -0.4];

    private readonly QueryColumns[] queries;
    private readonly int[] times;
    private readonly float[][] scores;
    private readonly float[] moved;
    private readonly double[] weights;

    private NdcgAscent(QueryColumns[] queries, int[] times, double[] start)
    {
        this.queries = queries;
        this.times = times;
        weights = [.. start];
        scores = [.. queries.Select(query => query.Scores(start))];
        moved = new float[queries.Length == 0 ? 0 : queries.Max(query => query.Count)];
    }

    /// <param name="times">How often each query counts.</param>
    /// <param name="start">Of length about 1, which the steps are in proportion to.</param>
    /// <returns>Weights, at least as good as the start on these queries.</returns>
    public static double[] Climb(
        QueryColumns[] queries,
        int[] times,
        double[] start,
        CancellationToken cancellation = default
    )
    {
        var ascent = new NdcgAscent(queries, times, start);
        double best = ascent.After(0, 0);
        for (int pass = 0; pass < Passes; pass++)
        {
            double before = best;
            for (int feature = 0; feature < start.Length; feature++)
            {
                cancellation.ThrowIfCancellationRequested();
                best = ascent.Improve(feature, best);
            }

            if (best == before)
            {
                break;
            }
        }

        return ascent.weights;
    }

    private double Improve(int feature, double best)
    {
        double bestStep = 0;
        foreach (double step in Steps)
        {
            double sum = After(feature, step);
            if (sum > best + LeastGain)
            {
                (best, bestStep) = (sum, step);
            }
        }

        if (bestStep != 0)
        {
            weights[feature] += bestStep;
            for (int n = 0; n < queries.Length; n++)
            {
                queries[n].Move(scores[n], feature, bestStep, scores[n]);
            }
        }

        return best;
    }

    // Σ over users of NDCG once the feature's weight has moved.
    private double After(int feature, double step)
    {
        double sum = 0;
        for (int n = 0; n < queries.Length; n++)
        {
            Span<float> scratch = moved.AsSpan(0, queries[n].Count);
            queries[n].Move(scores[n], feature, step, scratch);
            sum += times[n] * queries[n].Ndcg(scratch);
        }

        return sum;
    }
}
