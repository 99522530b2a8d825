using System.Runtime.Intrinsics;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>How likely the ratings' levels are under cut-points, and how that changes with them.</summary>
internal sealed class LevelLikelihood(LevelOrder order, ParallelOptions parallel)
{
    /// <summary>Σ log (Φ(cₖ − p) − Φ(cₖ₋₁ − p)) over all ratings, k being a rating's level and p its prediction.</summary>
    public double Log(double[] cuts, double[] predicted)
    {
        double[] bounds = LevelIntervals.Bounds(cuts);
        var sums = new double[order.PieceCount];
        order.For(parallel, (number, piece) => sums[number] = Log(bounds, predicted, piece));
        return sums.Sum();
    }

    /// <summary>Gradient and Hessian of <see cref="Log(double[], double[])"/> in the cut-points.</summary>
    public LevelCurvature CurvatureAt(double[] cuts, double[] predicted)
    {
        double[] bounds = LevelIntervals.Bounds(cuts);
        var parts = new Slopes[order.PieceCount];
        order.For(parallel, (number, piece) => parts[number] = SlopesOf(bounds, predicted, piece));
        var whole = new LevelCurvature(cuts.Length);
        foreach (Slopes part in parts)
        {
            if (part.Level > 0)
            {
                whole.Gradient[part.Level - 1] -= part.Low;
                whole.Diagonal[part.Level - 1] += part.LowCurve;
            }

            if (part.Level < cuts.Length)
            {
                whole.Gradient[part.Level] += part.High;
                whole.Diagonal[part.Level] += part.HighCurve;
            }

            if (part.Level > 0 && part.Level < cuts.Length)
            {
                whole.Beside[part.Level - 1] -= part.Product;
            }
        }

        return whole;
    }

    private double Log(double[] bounds, double[] predicted, LevelOrder.Piece piece)
    {
        double low = bounds[piece.Level];
        double high = bounds[piece.Level + 1];
        Vector256<double> sum = default;
        for (int n = piece.First; n < piece.End; n += LevelIntervals.Count)
        {
            LevelIntervals four = LevelIntervals.At(low, high, order.Four(n), predicted);
            sum += piece.Counted(n, Vector256.Log(four.Inside));
        }

        return Vector256.Sum(sum);
    }

    private Slopes SlopesOf(double[] bounds, double[] predicted, LevelOrder.Piece piece)
    {
        double low = bounds[piece.Level];
        double high = bounds[piece.Level + 1];
        Vector256<double> lows = default;
        Vector256<double> highs = default;
        Vector256<double> lowCurves = default;
        Vector256<double> highCurves = default;
        Vector256<double> products = default;
        for (int n = piece.First; n < piece.End; n += LevelIntervals.Count)
        {
            LevelIntervals four = LevelIntervals.At(low, high, order.Four(n), predicted);
            Vector256<double> atLow = piece.Counted(n, NormalDistribution.Density(four.Low) / four.Inside);
            Vector256<double> atHigh = piece.Counted(n, NormalDistribution.Density(four.High) / four.Inside);
            lows += atLow;
            highs += atHigh;
            lowCurves += atLow * (atLow - four.Low);
            highCurves += atHigh * (atHigh + four.High);
            products += atLow * atHigh;
        }

        return new Slopes(
            piece.Level,
            Vector256.Sum(lows),
            Vector256.Sum(highs),
            Vector256.Sum(lowCurves),
            Vector256.Sum(highCurves),
            Vector256.Sum(products)
        );
    }

    // Sums over a piece of what its level's two bounds do to the likelihood.
    private readonly record struct Slopes(
        int Level,
        double Low,
        double High,
        double LowCurve,
        double HighCurve,
        double Product
    );
}
