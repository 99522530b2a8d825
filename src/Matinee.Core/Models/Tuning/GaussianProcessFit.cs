namespace Matinee.Core.Models.Tuning;

/// <summary>
/// The most probable shape of a Gaussian process for some values. Lengths are expected to be about the range's own, give or take a lot,
/// and the noise to be small: a handful of values alone would say anything. The priors are log-normal as those of Hvarfner, Hellsten and
/// Nardi (2024), but shorter: they are for many dimensions, and with a few the search would hardly look around.
/// </summary>
internal static class GaussianProcessFit
{
    // What more values would add to the shape is not worth their cube in time.
    private const int MostPoints = 100;
    private const double LengthMean = 0.5;
    private const double LengthDeviation = 1.7320508075688772;
    private const double NoiseMean = -4;

    // Logarithms; what lies beyond is the same as what lies there.
    private static readonly (double Low, double High) s_lengths = (-4, 4);
    private static readonly (double Low, double High) s_noises = (-14, 0);

    public static GaussianProcess Fit(IReadOnlyList<double[]> points, IReadOnlyList<double> values, bool[] ordered)
    {
        int stride = (points.Count + MostPoints - 1) / MostPoints;
        int[] some = [.. Enumerable.Range(0, points.Count).Where(n => n % stride == 0)];
        double[][] somePoints = [.. some.Select(n => points[n])];
        double[] someValues = [.. some.Select(n => values[n])];
        (double[] best, _) = new[] { -1.0, 0.5 }
            .Select(start =>
                PatternSearch.Minimise(
                    Objective,
                    [.. Enumerable.Repeat(start, ordered.Length), NoiseMean - 1],
                    step: 1,
                    smallestStep: 0.1
                )
            )
            .MinBy(found => found.Value);
        return new GaussianProcess(Shape(best, ordered), points, values);

        double Objective(double[] logarithms)
        {
            double prior = LogPrior(logarithms[^1], NoiseMean, 1);
            foreach (double length in logarithms.AsSpan(0, ordered.Length))
            {
                prior += LogPrior(length, LengthMean, LengthDeviation);
            }

            return -prior - new GaussianProcess(Shape(logarithms, ordered), somePoints, someValues).LogLikelihood;
        }
    }

    private static GaussianProcessShape Shape(double[] logarithms, bool[] ordered) =>
        new(
            [.. logarithms.SkipLast(1).Select(length => Exp(length, s_lengths))],
            ordered,
            Exp(logarithms[^1], s_noises)
        );

    private static double Exp(double logarithm, (double Low, double High) bounds) =>
        Math.Exp(Math.Clamp(logarithm, bounds.Low, bounds.High));

    // Log-normal, up to a constant.
    private static double LogPrior(double logarithm, double mean, double deviation)
    {
        double z = (logarithm - mean) / deviation;
        return -logarithm - (0.5 * z * z);
    }
}
