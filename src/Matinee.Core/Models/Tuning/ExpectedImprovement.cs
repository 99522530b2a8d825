using Matinee.Core.Numerics;

namespace Matinee.Core.Models.Tuning;

/// <summary>How much better than the best a point is expected to be, no gain counting as 0 (Jones, Schonlau and Welch 1998).</summary>
internal static class ExpectedImprovement
{
    /// <summary>(μ − best) Φ(z) + σ φ(z) with z = (μ − best) / σ.</summary>
    public static double Of(double mean, double deviation, double best)
    {
        if (deviation <= 0)
        {
            return Math.Max(0, mean - best);
        }

        double z = (mean - best) / deviation;
        return ((mean - best) * NormalDistribution.Cumulative(z)) + (deviation * NormalDistribution.Density(z));
    }
}
