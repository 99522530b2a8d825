using System.Runtime.Intrinsics;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>Four standard normal numbers, each known to lie in an interval.</summary>
internal static class TruncatedNormal
{
    /// <summary>By inversion, in the lower tail, where small probabilities keep their digits.</summary>
    /// <param name="uniform">In [0, 1).</param>
    public static Vector256<double> Sample(in LevelIntervals intervals, Vector256<double> uniform)
    {
        Vector256<double> place = intervals.Below + intervals.Inside * (Vector256<double>.One - uniform);
        Vector256<double> isInside =
            Vector256.GreaterThan(place, Vector256<double>.Zero) & Vector256.LessThan(place, Vector256<double>.One);
        Vector256<double> half = Vector256.Create(0.5);
        Vector256<double> x = NormalDistribution.Quantile(Vector256.ConditionalSelect(isInside, place, half));
        // Where even that underflows, all that is left of the interval is its near end.
        return WithinAsTurned(intervals, Vector256.ConditionalSelect(isInside, x, Vector256<double>.Zero));
    }

    /// <summary>Their means: (φ(low) − φ(high)) / (Φ(high) − Φ(low)).</summary>
    public static Vector256<double> Mean(in LevelIntervals intervals)
    {
        Vector256<double> slope =
            NormalDistribution.Density(intervals.Low) - NormalDistribution.Density(intervals.High);
        Vector256<double> turned = Vector256.ConditionalSelect(intervals.Turned, -slope, slope);
        return WithinAsTurned(intervals, turned / intervals.Inside);
    }

    // Keeps x in the interval as it is turned to the lower tail, and turns it back.
    private static Vector256<double> WithinAsTurned(in LevelIntervals intervals, Vector256<double> x)
    {
        Vector256<double> from = Vector256.ConditionalSelect(intervals.Turned, -intervals.High, intervals.Low);
        Vector256<double> to = Vector256.ConditionalSelect(intervals.Turned, -intervals.Low, intervals.High);
        x = Vector256.Min(Vector256.Max(x, from), to);
        return Vector256.ConditionalSelect(intervals.Turned, -x, x);
    }
}
