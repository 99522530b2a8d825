using System.Runtime.Intrinsics;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>How likely the given levels are under cut-points, and how that changes with them.</summary>
internal sealed class LevelLikelihood(byte[] levelOf, int levels, ParallelOptions parallel)
{
    /// <summary>Σ log (Φ(cₖ − p) − Φ(cₖ₋₁ − p)) over all ratings, k being a rating's level and p its prediction.</summary>
    public double Log(double[] cuts, double[] predicted)
    {
        double[] bounds = LevelIntervals.Bounds(cuts);
        var sums = new double[Chunks.Count(levelOf.Length)];
        Chunks.For(
            levelOf.Length,
            parallel,
            (first, end) =>
            {
                Vector256<double> whole = default;
                int n = first;
                for (; n + LevelIntervals.Count <= end; n += LevelIntervals.Count)
                {
                    whole += Vector256.Log(Intervals(bounds, predicted, n).Inside);
                }

                double sum = Vector256.Sum(whole);
                for (; n < end; n++)
                {
                    sum += Math.Log(Intervals(bounds, predicted, n, end).Inside[0]);
                }

                sums[first / Chunks.Length] = sum;
            }
        );
        return sums.Sum();
    }

    /// <summary>Gradient and Hessian of <see cref="Log"/> in the cut-points.</summary>
    public LevelCurvature CurvatureAt(double[] cuts, double[] predicted)
    {
        double[] bounds = LevelIntervals.Bounds(cuts);
        var parts = new LevelCurvature[Chunks.Count(levelOf.Length)];
        Chunks.For(
            levelOf.Length,
            parallel,
            (first, end) => parts[first / Chunks.Length] = Part(bounds, predicted, first, end)
        );
        var whole = new LevelCurvature(cuts.Length);
        foreach (LevelCurvature part in parts)
        {
            whole.Add(part);
        }

        return whole;
    }

    private LevelIntervals Intervals(double[] bounds, double[] predicted, int n) =>
        LevelIntervals.Of(bounds, levelOf.AsSpan(n, LevelIntervals.Count), predicted.AsSpan(n, LevelIntervals.Count));

    // The last few, one by one.
    private LevelIntervals Intervals(double[] bounds, double[] predicted, int n, int end)
    {
        Span<byte> levels = stackalloc byte[LevelIntervals.Count];
        Span<double> places = stackalloc double[LevelIntervals.Count];
        for (int lane = 0; lane < LevelIntervals.Count; lane++)
        {
            levels[lane] = levelOf[Math.Min(n + lane, end - 1)];
            places[lane] = predicted[Math.Min(n + lane, end - 1)];
        }

        return LevelIntervals.Of(bounds, levels, places);
    }

    private LevelCurvature Part(double[] bounds, double[] predicted, int first, int end)
    {
        var part = new LevelCurvature(levels - 1);
        Span<double> lowSlopes = stackalloc double[LevelIntervals.Count];
        Span<double> highSlopes = stackalloc double[LevelIntervals.Count];
        Span<double> lowCurves = stackalloc double[LevelIntervals.Count];
        Span<double> highCurves = stackalloc double[LevelIntervals.Count];
        for (int n = first; n < end; n += LevelIntervals.Count)
        {
            LevelIntervals few =
                n + LevelIntervals.Count <= end
                    ? Intervals(bounds, predicted, n)
                    : Intervals(bounds, predicted, n, end);
            Vector256<double> atLow = Density(few.Low) / few.Inside;
            Vector256<double> atHigh = Density(few.High) / few.Inside;
            atLow.CopyTo(lowSlopes);
            atHigh.CopyTo(highSlopes);
            (atLow * (atLow - few.Low)).CopyTo(lowCurves);
            (atHigh * (atHigh + few.High)).CopyTo(highCurves);
            for (int lane = 0; lane < LevelIntervals.Count && n + lane < end; lane++)
            {
                int level = levelOf[n + lane];
                if (level > 0)
                {
                    part.Gradient[level - 1] -= lowSlopes[lane];
                    part.Diagonal[level - 1] += lowCurves[lane];
                }

                if (level < levels - 1)
                {
                    part.Gradient[level] += highSlopes[lane];
                    part.Diagonal[level] += highCurves[lane];
                }

                if (level > 0 && level < levels - 1)
                {
                    part.Beside[level - 1] -= lowSlopes[lane] * highSlopes[lane];
                }
            }
        }

        return part;
    }

    private static Vector256<double> Density(Vector256<double> x) =>
        Vector256.Exp(Vector256.Max(x * x * -0.5, Vector256.Create(-745.0))) * NormalDistribution.DensityAtZero;
}
