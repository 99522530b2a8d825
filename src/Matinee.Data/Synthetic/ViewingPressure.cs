using Matinee.Data.Simulation;

namespace Matinee.Data.Synthetic;

/// <summary>
/// The weights with which users must draw movies, without repetition, for the popularity curve to come out. A user who
/// draws until they have n movies sees one of weight w with probability 1 − e^(−w m t): t, the user's "time", depends
/// on n, and m is their taste for it. Weights and times are found by iterative proportional fitting.
/// </summary>
internal sealed class ViewingPressure
{
    private const int Rounds = 40;
    private const double GroupWidth = 1.25;

    // Gauss–Hermite nodes: the mean over normally distributed likings.
    private static readonly double[] Likings = [-2.8569700, -1.3556262, 0, 1.3556262, 2.8569700];
    private static readonly double[] Shares = [0.0112574, 0.2220759, 0.5333333, 0.2220759, 0.0112574];
    private static readonly double[] Pulls =
    [
        .. Likings.Select(liking => PortableMath.Exp(liking * TasteProfile.ViewingPull)),
    ];
    private readonly List<ActivityGroup> groups;
    private readonly double[] times;

    private ViewingPressure(PopularityCurve curve, double[] weights, List<ActivityGroup> groups, double[] times)
    {
        Weights = weights;
        UsualLiking = MeanLiking(curve, weights, groups, times);
        this.groups = groups;
        this.times = times;
    }

    /// <summary>By band of the popularity curve.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>How much users like the first groups of what they see: more than nothing, for they choose.</summary>
    public double UsualLiking { get; }

    public static ViewingPressure Fit(PopularityCurve curve, ReadOnlySpan<int> counts)
    {
        List<ActivityGroup> groups = GroupByActivity(counts);
        double all = curve.Bands.Sum(band => band.Movies * band.Ratings);
        double[] weights = [.. curve.Bands.Select(band => band.Ratings / all)];
        double[] times = [.. groups.Select(group => group.Ratings)];
        for (int round = 0; round < Rounds; round++)
        {
            for (int g = 0; g < times.Length; g++)
            {
                double seen = 0;
                for (int b = 0; b < weights.Length; b++)
                {
                    seen += curve.Bands[b].Movies * Seen(weights[b] * times[g]);
                }

                times[g] *= groups[g].Ratings / seen;
            }

            for (int b = 0; b < weights.Length; b++)
            {
                double raters = 0;
                for (int g = 0; g < times.Length; g++)
                {
                    raters += groups[g].Users * Seen(weights[b] * times[g]);
                }

                // A band that nobody is to see keeps a trace, so that users who see everything can.
                weights[b] = Math.Max(weights[b] * curve.Bands[b].Ratings / raters, 1e-30);
            }
        }

        return new ViewingPressure(curve, weights, groups, times);
    }

    /// <summary>The time after which a user with usual taste has seen <paramref name="count"/> movies.</summary>
    public double Time(int count)
    {
        int group = groups.FindIndex(group => group.Ratings >= count);
        if (group <= 0)
        {
            return group < 0 ? times[^1] * count / groups[^1].Ratings : times[0] * count / groups[0].Ratings;
        }

        double share = (count - groups[group - 1].Ratings) / (groups[group].Ratings - groups[group - 1].Ratings);
        return times[group - 1] + share * (times[group] - times[group - 1]);
    }

    private static double Seen(double pressure)
    {
        double seen = 0;
        for (int n = 0; n < Pulls.Length; n++)
        {
            seen += Shares[n] * SeenAt(pressure * Pulls[n]);
        }

        return seen;
    }

    private static double SeenAt(double exponent) => exponent > 40 ? 1 : 1 - PortableMath.Exp(-exponent);

    private static double MeanLiking(
        PopularityCurve curve,
        double[] weights,
        List<ActivityGroup> groups,
        double[] times
    )
    {
        double sum = 0;
        double all = 0;
        for (int g = 0; g < times.Length; g++)
        {
            for (int b = 0; b < weights.Length; b++)
            {
                double pairs = (double)groups[g].Users * curve.Bands[b].Movies;
                for (int n = 0; n < Pulls.Length; n++)
                {
                    double ratings = pairs * Shares[n] * SeenAt(weights[b] * times[g] * Pulls[n]);
                    sum += ratings * Likings[n];
                    all += ratings;
                }
            }
        }

        return sum / all;
    }

    private static List<ActivityGroup> GroupByActivity(ReadOnlySpan<int> counts)
    {
        int[] sorted = counts.ToArray();
        Array.Sort(sorted);
        var groups = new List<ActivityGroup>();
        for (int first = 0; first < sorted.Length; )
        {
            int end = first;
            long ratings = 0;
            while (end < sorted.Length && sorted[end] <= GroupWidth * sorted[first])
            {
                ratings += sorted[end++];
            }

            groups.Add(new ActivityGroup(end - first, (double)ratings / (end - first)));
            first = end;
        }

        return groups;
    }

    /// <param name="Ratings">Mean per user.</param>
    private readonly record struct ActivityGroup(int Users, double Ratings);
}
