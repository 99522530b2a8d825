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
                    whole += Vector256.Log(LevelIntervals.At(bounds, levelOf, predicted, n).Inside);
                }

                double sum = Vector256.Sum(whole);
                Vector256<double> last = n < end ? LevelIntervals.At(bounds, levelOf, predicted, n).Inside : default;
                for (int lane = 0; n + lane < end; lane++)
                {
                    sum += Math.Log(last[lane]);
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

    private LevelCurvature Part(double[] bounds, double[] predicted, int first, int end)
    {
        var part = new LevelCurvature(levels - 1);
        Span<double> lowSlopes = stackalloc double[LevelIntervals.Count];
        Span<double> highSlopes = stackalloc double[LevelIntervals.Count];
        Span<double> lowCurves = stackalloc double[LevelIntervals.Count];
        Span<double> highCurves = stackalloc double[LevelIntervals.Count];
        for (int n = first; n < end; n += LevelIntervals.Count)
        {
            LevelIntervals few = LevelIntervals.At(bounds, levelOf, predicted, n);
            Vector256<double> atLow = NormalDistribution.Density(few.Low) / few.Inside;
            Vector256<double> atHigh = NormalDistribution.Density(few.High) / few.Inside;
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
}
