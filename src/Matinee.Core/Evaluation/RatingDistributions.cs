namespace Matinee.Core.Evaluation;

/// <summary>How likely each level of the rating scale was held for the pairs of a <see cref="RatingResult"/>.</summary>
public sealed class RatingDistributions
{
    // A row of single-precision numbers sums to 1 only so well.
    private const double Rounding = 1e-6;

    private readonly float[] levels;
    private readonly double[] levelShares;
    private readonly float[] probabilities;
    private readonly float[] standardDeviations;

    /// <param name="levels">In stars, ascending; at least one.</param>
    /// <param name="levelShares">Per level, the share of the known ratings that it has: what one says who knows no more.</param>
    /// <param name="probabilities">Pairs × levels, row-major, each row summing to 1.</param>
    /// <param name="standardDeviations">In stars, one per pair.</param>
    public RatingDistributions(float[] levels, double[] levelShares, float[] probabilities, float[] standardDeviations)
    {
        if (levels.Length == 0 || levelShares.Length != levels.Length)
        {
            throw new ArgumentException("Each level needs a share, and there must be one.", nameof(levelShares));
        }

        if (probabilities.Length != (long)standardDeviations.Length * levels.Length)
        {
            throw new ArgumentException("Each pair needs a probability per level.", nameof(probabilities));
        }

        this.levels = levels;
        this.levelShares = levelShares;
        this.probabilities = probabilities;
        this.standardDeviations = standardDeviations;
    }

    public ReadOnlySpan<float> Levels => levels;
    public ReadOnlySpan<double> LevelShares => levelShares;
    public ReadOnlySpan<float> StandardDeviations => standardDeviations;

    /// <summary>One probability per level.</summary>
    public ReadOnlySpan<float> Of(int pair) => probabilities.AsSpan(pair * levels.Length, levels.Length);

    /// <summary>The probability of a rating of at least so many stars.</summary>
    public double AtLeast(int pair, float stars)
    {
        ReadOnlySpan<float> row = Of(pair);
        double sum = 0;
        for (int level = 0; level < row.Length; level++)
        {
            sum += levels[level] >= stars ? row[level] : 0;
        }

        return Math.Clamp(sum, 0, 1);
    }

    /// <summary>
    /// The central interval of at least 90%: from the lowest level at or below which 5% lies to the lowest at or below which
    /// 95% lies.
    /// </summary>
    public (float Low, float High) CentralInterval(int pair) => (Quantile(pair, 0.05), Quantile(pair, 0.95));

    /// <summary>The place of the level nearest to a rating, halfway up.</summary>
    public int Nearest(float rating) => Nearest(levels, rating);

    internal static int Nearest(ReadOnlySpan<float> levels, float rating)
    {
        int nearest = 0;
        for (int level = 1; level < levels.Length; level++)
        {
            nearest = Math.Abs(levels[level] - rating) <= Math.Abs(levels[nearest] - rating) ? level : nearest;
        }

        return nearest;
    }

    /// <summary>Per level, the share of ratings that are nearest to it; zeros where there are no ratings.</summary>
    internal static double[] SharesOf(ReadOnlySpan<float> levels, ReadOnlySpan<float> ratings)
    {
        var shares = new double[levels.Length];
        foreach (float rating in ratings)
        {
            shares[Nearest(levels, rating)]++;
        }

        for (int level = 0; level < shares.Length; level++)
        {
            shares[level] /= Math.Max(1, ratings.Length);
        }

        return shares;
    }

    /// <summary>Pairs of several results, which may know different levels: one that a result lacks has probability 0 in it.</summary>
    /// <param name="pairs">Which result and which of its pairs, in turn.</param>
    internal static RatingDistributions Join(
        IReadOnlyList<RatingDistributions> results,
        IReadOnlyList<(int Result, int Pair)> pairs
    )
    {
        float[] all = [.. results.SelectMany(result => result.levels).Distinct().Order()];
        int[][] places =
        [
            .. results.Select(result => result.levels.Select(level => Array.IndexOf(all, level)).ToArray()),
        ];
        var shares = new double[all.Length];
        foreach ((RatingDistributions result, int[] place) in results.Zip(places))
        {
            for (int level = 0; level < place.Length; level++)
            {
                shares[place[level]] += result.levelShares[level] / results.Count;
            }
        }

        var joined = new float[pairs.Count * all.Length];
        for (int n = 0; n < pairs.Count; n++)
        {
            (int result, int pair) = pairs[n];
            ReadOnlySpan<float> row = results[result].Of(pair);
            for (int level = 0; level < row.Length; level++)
            {
                joined[(n * all.Length) + places[result][level]] = row[level];
            }
        }

        float[] deviations = [.. pairs.Select(place => results[place.Result].standardDeviations[place.Pair])];
        return new RatingDistributions(all, shares, joined, deviations);
    }

    private float Quantile(int pair, double share)
    {
        ReadOnlySpan<float> row = Of(pair);
        double below = 0;
        for (int level = 0; level < row.Length - 1; level++)
        {
            below += row[level];
            if (below >= share - Rounding)
            {
                return levels[level];
            }
        }

        return levels[^1];
    }
}
