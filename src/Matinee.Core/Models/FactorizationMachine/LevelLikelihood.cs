using Matinee.Core.Numerics;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>How likely the given levels are under cut-points, and how that changes with them.</summary>
internal sealed class LevelLikelihood(byte[] levelOf, int levels, ParallelOptions parallel)
{
    // An interval can't be less likely than what doubles can still divide by.
    private const double Least = 1e-300;

    /// <summary>Σ log (Φ(cₖ − p) − Φ(cₖ₋₁ − p)) over all ratings, k being a rating's level and p its prediction.</summary>
    public double Log(double[] cuts, double[] predicted)
    {
        double[] bounds = Bounds(cuts);
        var sums = new double[Chunks.Count(levelOf.Length)];
        Chunks.For(
            levelOf.Length,
            parallel,
            (first, end) =>
            {
                double sum = 0;
                for (int n = first; n < end; n++)
                {
                    int level = levelOf[n];
                    sum += Math.Log(Inside(bounds[level] - predicted[n], bounds[level + 1] - predicted[n]));
                }

                sums[first / Chunks.Length] = sum;
            }
        );
        return sums.Sum();
    }

    /// <summary>Gradient and Hessian of <see cref="Log"/> in the cut-points.</summary>
    public LevelCurvature CurvatureAt(double[] cuts, double[] predicted)
    {
        double[] bounds = Bounds(cuts);
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

    private static double[] Bounds(double[] cuts) => [double.NegativeInfinity, .. cuts, double.PositiveInfinity];

    private static double Inside(double low, double high)
    {
        (double from, double to) = low + high > 0 ? (-high, -low) : (low, high);
        return Math.Max(NormalDistribution.Cumulative(to) - NormalDistribution.Cumulative(from), Least);
    }

    private LevelCurvature Part(double[] bounds, double[] predicted, int first, int end)
    {
        var part = new LevelCurvature(levels - 1);
        for (int n = first; n < end; n++)
        {
            int level = levelOf[n];
            double low = bounds[level] - predicted[n];
            double high = bounds[level + 1] - predicted[n];
            double inside = Inside(low, high);
            double atLow = level == 0 ? 0 : NormalDistribution.Density(low) / inside;
            double atHigh = level == levels - 1 ? 0 : NormalDistribution.Density(high) / inside;
            if (level > 0)
            {
                part.Gradient[level - 1] -= atLow;
                part.Diagonal[level - 1] += atLow * atLow - low * atLow;
            }

            if (level < levels - 1)
            {
                part.Gradient[level] += atHigh;
                part.Diagonal[level] += atHigh * atHigh + high * atHigh;
            }

            if (level > 0 && level < levels - 1)
            {
                part.Beside[level - 1] -= atLow * atHigh;
            }
        }

        return part;
    }
}
