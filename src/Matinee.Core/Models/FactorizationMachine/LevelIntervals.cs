using System.Runtime.CompilerServices;
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

    /// <summary>All bits where most of the interval lies above 0, so that it is mirrored.</summary>
    public Vector256<double> Turned => Vector256.GreaterThan(Low + High, Vector256<double>.Zero);

    /// <summary>The bounds of all levels between the cut-points.</summary>
    public static double[] Bounds(double[] cuts) => [-Infinite, .. cuts, Infinite];

    /// <param name="low">The level's lower bound.</param>
    /// <param name="high">The level's upper bound.</param>
    /// <param name="ratings">Four, of that level.</param>
    /// <param name="predicted">Of all ratings.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LevelIntervals At(double low, double high, ReadOnlySpan<int> ratings, double[] predicted)
    {
        Vector256<double> at = Vector256.Create(
            predicted[ratings[0]],
            predicted[ratings[1]],
            predicted[ratings[2]],
            predicted[ratings[3]]
        );
        return Between(Vector256.Create(low) - at, Vector256.Create(high) - at);
    }

    /// <param name="low">May be −∞.</param>
    /// <param name="high">Above low; may be ∞.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LevelIntervals Between(Vector256<double> low, Vector256<double> high)
    {
        Vector256<double> turned = Vector256.GreaterThan(low + high, Vector256<double>.Zero);
        Vector256<double> below = NormalDistribution.Cumulative(Vector256.ConditionalSelect(turned, -high, low));
        Vector256<double> upTo = NormalDistribution.Cumulative(Vector256.ConditionalSelect(turned, -low, high));
        return new LevelIntervals(low, high, below, Vector256.Max(upTo - below, Vector256.Create(Least)));
    }
}
