using Matinee.Core.Interactions;

namespace Matinee.Core.Ranking.Onboarding;

/// <summary>
/// How much a movie's rating by a stranger would tell: ln(1 + ratings) × entropy of its ratings, so that many can answer and
/// their answers differ ("Pop*Ent" with the logarithm of popularity, Rashid et al. 2002).
/// </summary>
internal static class Informativeness
{
    // Half stars 0 to 5.
    private const int Levels = 11;

    // A movie of few ratings has the entropy of all ratings, rather than none.
    private const double PriorRatings = 20;

    /// <param name="counts">Training ratings per item.</param>
    /// <param name="ratings">Users × items; null where they are not known: then all movies' ratings differ alike.</param>
    /// <returns>One per item; 0 for a movie without ratings.</returns>
    public static float[] Of(ReadOnlySpan<float> counts, InteractionMatrix? ratings)
    {
        var values = new float[counts.Length];
        int[] histogram = ratings is null ? [] : Histogram(counts.Length, ratings);
        double[] prior = Prior(histogram);
        for (int item = 0; item < values.Length; item++)
        {
            double entropy = ratings is null ? 1 : Entropy(histogram.AsSpan(item * Levels, Levels), prior);
            values[item] = (float)(Math.Log(1 + (double)counts[item]) * entropy);
        }

        return values;
    }

    private static int[] Histogram(int items, InteractionMatrix ratings)
    {
        var histogram = new int[items * Levels];
        for (int n = 0; n < ratings.EntryCount; n++)
        {
            int level = (int)Math.Clamp(MathF.Round(2 * ratings.Values[n]), 0, Levels - 1);
            histogram[(ratings.Columns[n] * Levels) + level]++;
        }

        return histogram;
    }

    private static double[] Prior(int[] histogram)
    {
        var sums = new double[Levels];
        for (int n = 0; n < histogram.Length; n++)
        {
            sums[n % Levels] += histogram[n];
        }

        double total = Math.Max(1, sums.Sum());
        return [.. sums.Select(sum => sum / total)];
    }

    private static double Entropy(ReadOnlySpan<int> counts, double[] prior)
    {
        double total = PriorRatings;
        foreach (int count in counts)
        {
            total += count;
        }

        double entropy = 0;
        for (int level = 0; level < Levels; level++)
        {
            double share = (counts[level] + (PriorRatings * prior[level])) / total;
            entropy -= share > 0 ? share * Math.Log2(share) : 0;
        }

        return entropy;
    }
}
