using System.Runtime.Intrinsics;
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
        return Inverse(
                Vector256.Create(low),
                Vector256.Create(high),
                Vector256.Create(below),
                Vector256.Create(NormalDistribution.Cumulative(to) - below),
                Vector256.Create(uniform)
            )
            .ToScalar();
    }

    /// <summary>The same, four at once, where the probabilities are known: of the interval mirrored at 0 if most of it lies above.</summary>
    /// <param name="below">Φ of its lower end.</param>
    /// <param name="inside">Its probability.</param>
    public static Vector256<double> Inverse(
        Vector256<double> low,
        Vector256<double> high,
        Vector256<double> below,
        Vector256<double> inside,
        Vector256<double> uniform
    )
    {
        Vector256<double> mirrored = Vector256.GreaterThan(low + high, Vector256<double>.Zero);
        Vector256<double> from = Vector256.ConditionalSelect(mirrored, -high, low);
        Vector256<double> to = Vector256.ConditionalSelect(mirrored, -low, high);
        Vector256<double> place = below + inside * (Vector256<double>.One - uniform);
        Vector256<double> isInside =
            Vector256.GreaterThan(place, Vector256<double>.Zero) & Vector256.LessThan(place, Vector256<double>.One);
        // Where even that underflows, all that is left of the interval is its near end.
        Vector256<double> half = Vector256.Create(0.5);
        Vector256<double> x = NormalDistribution.Quantile(Vector256.ConditionalSelect(isInside, place, half));
        x = Vector256.ConditionalSelect(isInside, x, to);
        x = Vector256.Min(Vector256.Max(x, from), to);
        return Vector256.ConditionalSelect(mirrored, -x, x);
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
