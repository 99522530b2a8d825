using System.Runtime.Intrinsics;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>
/// The intervals of four ratings' latent tastes around their predictions, turned to the lower tail, where small probabilities keep
/// their digits.
/// </summary>
/// <param name="Low">Lower ends; where a level has none, far below everything.</param>
/// <param name="High">Upper ends.</param>
/// <param name="Below">Φ of the mirrored interval's lower end.</param>
/// <param name="Inside">The interval's probability; never 0.</param>
internal readonly record struct LevelIntervals(
    Vector256<double> Low,
    Vector256<double> High,
    Vector256<double> Below,
    Vector256<double> Inside
)
{
    public const int Count = 4;

    /// <summary>Stands for ±∞: no prediction is near it, and it still has a square.</summary>
    public const double Infinite = 1e6;

    // An interval can't be less likely than what doubles can still divide by.
    private const double Least = 1e-300;

    /// <summary>Of the ratings from n on; where fewer are left, the last one stands for those behind it, too.</summary>
    /// <param name="bounds">Levels + 1, ascending.</param>
    public static LevelIntervals At(
        ReadOnlySpan<double> bounds,
        ReadOnlySpan<byte> levelOf,
        ReadOnlySpan<double> predicted,
        int n
    )
    {
        if (n + Count <= levelOf.Length)
        {
            return Of(bounds, levelOf[n..], predicted[n..]);
        }

        Span<byte> levels = stackalloc byte[Count];
        Span<double> places = stackalloc double[Count];
        levels.Fill(levelOf[^1]);
        places.Fill(predicted[^1]);
        levelOf[n..].CopyTo(levels);
        predicted[n..].CopyTo(places);
        return Of(bounds, levels, places);
    }

    /// <summary>The bounds of all levels between the cut-points.</summary>
    public static double[] Bounds(double[] cuts) => [-Infinite, .. cuts, Infinite];

    private static LevelIntervals Of(
        ReadOnlySpan<double> bounds,
        ReadOnlySpan<byte> levels,
        ReadOnlySpan<double> predicted
    )
    {
        Vector256<double> at = Vector256.Create(predicted);
        Vector256<double> low =
            Vector256.Create(bounds[levels[0]], bounds[levels[1]], bounds[levels[2]], bounds[levels[3]]) - at;
        Vector256<double> high =
            Vector256.Create(bounds[levels[0] + 1], bounds[levels[1] + 1], bounds[levels[2] + 1], bounds[levels[3] + 1])
            - at;
        Vector256<double> turned = Vector256.GreaterThan(low + high, Vector256<double>.Zero);
        Vector256<double> below = NormalDistribution.Cumulative(Vector256.ConditionalSelect(turned, -high, low));
        Vector256<double> upTo = NormalDistribution.Cumulative(Vector256.ConditionalSelect(turned, -low, high));
        return new LevelIntervals(low, high, below, Vector256.Max(upTo - below, Vector256.Create(Least)));
    }
}
