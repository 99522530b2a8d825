using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Core.Evaluation;

/// <summary>
/// How far recommendations reach into the long tail: Lorenz curves over the movies, the most rated first (equal counts:
/// lower index first). Entry n − 1 of a curve is the share that goes to the n most rated movies; the last one is 1.
/// </summary>
public sealed class LongTail
{
    private readonly int[] place;
    private readonly double[] ratings;

    /// <param name="histories">What counts as popularity: users × ranked items.</param>
    public LongTail(InteractionMatrix histories)
    {
        int[] counts = histories.ColumnCounts();
        int[] order = [.. Enumerable.Range(0, counts.Length).OrderByDescending(item => counts[item])];
        place = new int[counts.Length];
        for (int n = 0; n < order.Length; n++)
        {
            place[order[n]] = n;
        }

        ratings = Cumulative([.. order.Select(item => counts[item])]);
    }

    /// <summary>The ratings' own curve.</summary>
    public ReadOnlySpan<double> Ratings => ratings;

    /// <summary>The curve of the first <paramref name="k"/> places of every list.</summary>
    public double[] Recommendations(RankingResult result, int k)
    {
        var counts = new int[place.Length];
        foreach (ScoredItem[] list in result.Lists)
        {
            foreach (ScoredItem scored in list.AsSpan(0, Math.Min(k, list.Length)))
            {
                counts[place[scored.Item]]++;
            }
        }

        return Cumulative(counts);
    }

    private static double[] Cumulative(int[] counts)
    {
        double total = Math.Max(1, counts.Sum(count => (long)count));
        long sum = 0;
        return [.. counts.Select(count => (sum += count) / total)];
    }
}
