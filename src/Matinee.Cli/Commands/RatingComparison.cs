using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;
using Matinee.Data;
using Spectre.Console;

namespace Matinee.Cli.Commands;

/// <summary>Two evaluations by the errors of their predicted ratings.</summary>
internal static class RatingComparison
{
    /// <summary>RMSE and MAE over all held-out ratings; empty where one of the evaluations predicts none.</summary>
    public static ComparedMetric[] Make(PerUserValues first, PerUserValues second, PairedOptions bootstrap)
    {
        var a = first.ReadRatingErrors();
        var b = second.ReadRatingErrors();
        // One protocol asks both for the same ratings; folders put together by hand may not.
        if (
            a.Count == 0
            || !a.Keys.SequenceEqual(b.Keys)
            || !a.Values.Select(user => user.Count).SequenceEqual(b.Values.Select(user => user.Count))
        )
        {
            return [];
        }

        double[] counts = [.. a.Values.Select(user => user.Count)];
        return
        [
            Compare(MetricNames.Rmse, user => user.Squared, Math.Sqrt),
            Compare(MetricNames.Mae, user => user.Absolute, mean => mean),
        ];

        ComparedMetric Compare(
            string metric,
            Func<(double Squared, double Absolute, double Count), double> sum,
            Func<double, double> transform
        ) =>
            new(
                metric,
                PairedBootstrap.CompareRatios(
                    [.. a.Values.Select(sum)],
                    [.. b.Values.Select(sum)],
                    counts,
                    transform,
                    bootstrap.Resamples,
                    bootstrap.Seed
                )
            );
    }

    public static void Render(IAnsiConsole console, ComparedMetric[] metrics)
    {
        if (metrics.Length > 0)
        {
            CompareCommand.RenderMetrics(console, "ratings", metrics);
            console.MarkupLine("Errors in stars, lower is better; no model knows when a rating was given.");
        }
    }
}
