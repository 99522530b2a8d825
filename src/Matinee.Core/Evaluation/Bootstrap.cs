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
    private readonly int[][] draws;

    /// <param name="users">How many users there are.</param>
    /// <param name="resamples">Default 1 000: the ends of a 95% interval then rest on 25 draws each.</param>
    public Bootstrap(int users, int resamples = 1000, long seed = 42)
    {
        draws = new int[resamples][];
        Parallel.For(
            0,
            resamples,
            resample =>
            {
                var random = new CounterRandom(seed, resample);
                var draw = new int[users];
                for (int n = 0; n < users; n++)
                {
                    draw[n] = random.Below(users, n);
                }

                draws[resample] = draw;
            }
        );
    }

    /// <summary>The interval of the mean of per-user values.</summary>
    public Interval Mean(ReadOnlySpan<double> values)
    {
        double[] perUser = values.ToArray();
        return Of(draw =>
        {
            double sum = 0;
            foreach (int user in draw)
            {
                sum += perUser[user];
            }

            return sum / draw.Length;
        });
    }

    /// <summary>The interval of a ratio of sums, such as squared errors over ratings, under a final transform.</summary>
    public Interval Ratio(double[] numerators, double[] denominators, Func<double, double> transform) =>
        Of(draw =>
        {
            double numerator = 0;
            double denominator = 0;
            foreach (int user in draw)
            {
                numerator += numerators[user];
                denominator += denominators[user];
            }

            return transform(numerator / denominator);
        });

    private Interval Of(Func<int[], double> statistic)
    {
        if (draws.Length == 0 || draws[0].Length == 0)
        {
            return default;
        }

        double[] values = [.. draws.Select(statistic).Order()];
        return Percentiles(values);
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
