namespace Matinee.Core.Tests;

/// <summary>How far an average over a chain may be off.</summary>
internal static class MonteCarlo
{
    private const int Batches = 50;

    /// <summary>
    /// The average's standard error from the averages of 50 consecutive batches: right for draws that depend on their
    /// neighbours, as long as a batch is much longer than they do.
    /// </summary>
    public static double StandardError(IReadOnlyList<double> draws)
    {
        int length = draws.Count / Batches;
        double[] means =
        [
            .. Enumerable
                .Range(0, Batches)
                .Select(batch => Enumerable.Range(batch * length, length).Average(n => draws[n])),
        ];
        double mean = means.Average();
        double variance = means.Sum(value => (value - mean) * (value - mean)) / (Batches - 1);
        return Math.Sqrt(variance / Batches);
    }

    /// <summary>Fails where the draws' average is more than 4.5 standard errors from what it should be.</summary>
    public static void AssertMean(double expected, IReadOnlyList<double> draws, string what = "mean")
    {
        double error = StandardError(draws);
        double mean = draws.Average();
        Assert.True(
            Math.Abs(mean - expected) < 4.5 * error,
            $"{what}: {mean:G6} ± {error:G3} over {draws.Count} draws, expected {expected:G6}."
        );
    }
}
