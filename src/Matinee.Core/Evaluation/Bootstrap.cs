using Matinee.Core.Numerics;

namespace Matinee.Core.Evaluation;

/// <summary>A 95% interval around a mean.</summary>
public readonly record struct Interval(double Low, double High);

/// <summary>
/// Percentile bootstrap over users (Efron 1979; Sakai 2006): users are drawn with replacement, so users' values stay
/// whole. The same seed draws the same users for every metric, which keeps metrics comparable.
/// </summary>
public sealed class Bootstrap
{
    private readonly int users;
    private readonly int resamples;
    private readonly long seed;

    /// <param name="users">How many users there are.</param>
    /// <param name="resamples">Default 1 000: the ends of a 95% interval then rest on 25 draws each.</param>
    public Bootstrap(int users, int resamples = 1000, long seed = 42)
    {
        this.users = users;
        this.resamples = resamples;
        this.seed = seed;
    }

    /// <summary>The interval of the mean of per-user values.</summary>
    public Interval Mean(ReadOnlySpan<double> values) => Sorted(Means(values.ToArray()));

    /// <summary>The interval of a ratio of sums, such as squared errors over ratings, under a final transform.</summary>
    public Interval Ratio(double[] numerators, double[] denominators, Func<double, double> transform)
    {
        double[] above = Means(numerators);
        double[] below = Means(denominators);
        return Sorted([.. above.Zip(below, (numerator, denominator) => transform(numerator / denominator))]);
    }

    /// <summary>One mean per resample, in order. The draws are made again each time: they cost less than to keep them.</summary>
    internal double[] Means(double[] perUser)
    {
        var means = new double[users == 0 ? 0 : resamples];
        Parallel.For(
            0,
            means.Length,
            resample =>
            {
                var random = new CounterRandom(seed, resample);
                double sum = 0;
                for (int n = 0; n < users; n++)
                {
                    sum += perUser[random.Below(users, n)];
                }

                means[resample] = sum / users;
            }
        );
        return means;
    }

    private static Interval Sorted(double[] values)
    {
        Array.Sort(values);
        return values.Length == 0 ? default : Percentiles(values);
    }

    /// <summary>The middle 95% of resampled values.</summary>
    internal static Interval Percentiles(double[] ascending) =>
        new(Percentile(ascending, 0.025), Percentile(ascending, 0.975));

    private static double Percentile(double[] ascending, double share)
    {
        double position = share * (ascending.Length - 1);
        int below = (int)position;
        int above = Math.Min(below + 1, ascending.Length - 1);
        return ascending[below] + ((position - below) * (ascending[above] - ascending[below]));
    }
}
