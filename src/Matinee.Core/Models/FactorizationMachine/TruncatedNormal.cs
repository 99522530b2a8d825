using Matinee.Core.Numerics;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>A standard normal number known to lie in an interval.</summary>
internal static class TruncatedNormal
{
    /// <summary>By inversion, in the lower tail, where small probabilities keep their digits.</summary>
    /// <param name="low">May be −∞.</param>
    /// <param name="high">Above low; may be ∞.</param>
    /// <param name="uniform">In [0, 1).</param>
    public static double Sample(double low, double high, double uniform)
    {
        (double from, double to) = low + high > 0 ? (-high, -low) : (low, high);
        double below = NormalDistribution.Cumulative(from);
        return Inverse(low, high, below, NormalDistribution.Cumulative(to) - below, uniform);
    }

    /// <summary>The same where the probabilities are known: of the interval mirrored at 0 if most of it lies above.</summary>
    /// <param name="below">Φ of its lower end.</param>
    /// <param name="inside">Its probability.</param>
    public static double Inverse(double low, double high, double below, double inside, double uniform)
    {
        bool flipped = low + high > 0;
        (double from, double to) = flipped ? (-high, -low) : (low, high);
        double place = below + inside * (1 - uniform);
        // Where even that underflows, all that is left of the interval is its near end.
        double x = place is > 0 and < 1 ? NormalDistribution.Quantile(place) : to;
        x = Math.Clamp(x, from, to);
        return flipped ? -x : x;
    }

    /// <summary>Its mean: (φ(low) − φ(high)) / (Φ(high) − Φ(low)).</summary>
    public static double Mean(double low, double high)
    {
        bool flipped = low + high > 0;
        (double from, double to) = flipped ? (-high, -low) : (low, high);
        double inside = NormalDistribution.Cumulative(to) - NormalDistribution.Cumulative(from);
        double mean = inside > 0 ? (NormalDistribution.Density(from) - NormalDistribution.Density(to)) / inside : to;
        mean = Math.Clamp(mean, from, to);
        return flipped ? -mean : mean;
    }
}
