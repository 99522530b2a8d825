using Matinee.Core.Numerics;

namespace Matinee.Core.Models.Tuning;

/// <summary>
/// Makes scores fit for a Gaussian process (Song et al. 2024, "The Vizier Gaussian process bandit algorithm"): those below the median,
/// however far, go by their rank to where a normal distribution with the spread of the better half would have them. One that
/// diverged then no longer hides how the good ones differ; one that failed is the worst.
/// </summary>
internal static class HalfRankWarping
{
    /// <param name="scores">The greater the better; null for failed. At least one is not.</param>
    /// <returns>With mean 0 and standard deviation 1; zeros where all are equal.</returns>
    public static double[] Warp(IReadOnlyList<double?> scores)
    {
        double[] sorted = [.. scores.OfType<double>().Order()];
        double median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        double spread = Math.Sqrt(
            sorted.Where(score => score >= median).Average(score => (score - median) * (score - median))
        );
        if (spread == 0)
        {
            spread = 1;
        }

        double[] below = [.. scores.Select(Worth).Where(score => score < median).Order()];
        double[] warped = [.. scores.Select(score => score >= median ? score.Value : median + (spread * Tail(score)))];
        return Standardise(warped);

        double Tail(double? score)
        {
            double first = Array.IndexOf(below, Worth(score));
            double last = Array.LastIndexOf(below, Worth(score));
            return NormalDistribution.Quantile(0.5 * (((first + last) / 2) + 0.5) / below.Length);
        }
    }

    private static double Worth(double? score) => score ?? double.NegativeInfinity;

    private static double[] Standardise(double[] values)
    {
        double mean = values.Average();
        double deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        return [.. values.Select(value => deviation > 0 ? (value - mean) / deviation : 0)];
    }
}
