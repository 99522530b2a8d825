using Matinee.Core.Models.Bias;

namespace Matinee.Core.Evaluation.Reports;

/// <summary>A model's mean against another's over the same users.</summary>
/// <param name="Other">The other model.</param>
/// <param name="Difference">This model's value minus the other's.</param>
/// <param name="Low">Lower end of the difference's paired 95% interval.</param>
public sealed record DifferenceFigure(
    string Metric,
    string Other,
    double Difference,
    double Low,
    double High,
    double PValue
)
{
    internal static DifferenceFigure Of(string metric, string other, PairedDifference difference) =>
        new(metric, other, difference.Difference, difference.Interval.Low, difference.Interval.High, difference.PValue);
}

/// <summary>Errors and likelihoods of predicted ratings, with intervals over users.</summary>
internal static class RatingFigures
{
    public static IReadOnlyList<Figure> Of(RatingResult result, EvaluationOptions options)
    {
        var metrics = new List<(string Name, Func<int, double> ValueOf)>
        {
            (MetricNames.Rmse, result.SquaredError),
            (MetricNames.Mae, result.AbsoluteError),
        };
        if (result.TimedPredictions is { } timed)
        {
            RatingResult told = result with { Predicted = timed };
            metrics.Add((MetricNames.TimedRmse, told.SquaredError));
            metrics.Add((MetricNames.TimedMae, told.AbsoluteError));
        }

        if (RatingCalibration.Of(result) is not { } calibration)
        {
            return Of(result, metrics, options);
        }

        metrics.Add((MetricNames.LogLoss, calibration.LogLoss));
        metrics.Add((MetricNames.ReferenceLogLoss, calibration.ReferenceLogLoss));
        metrics.Add((MetricNames.IntervalCoverage, pair => calibration.IsCovered(pair) ? 1 : 0));
        metrics.Add((MetricNames.IntervalWidth, calibration.Width));
        double error = RatingCalibration.ExpectedError(calibration.Reliability());
        return [.. Of(result, metrics, options), new Figure(MetricNames.LikedError, null, error, null, null)];
    }

    private static Figure[] Of(
        RatingResult result,
        IReadOnlyList<(string Name, Func<int, double> ValueOf)> metrics,
        EvaluationOptions options
    )
    {
        double[] counts = result.SumPerUser(_ => 1);
        Interval?[] intervals = new Bootstrap(counts.Length, options.Resamples, options.Seed).Ratios([
            .. metrics.Select(metric =>
                (result.SumPerUser(metric.ValueOf), counts, MetricNames.TransformOf(metric.Name))
            ),
        ]);
        return
        [
            .. metrics.Zip(
                intervals,
                (metric, interval) =>
                    new Figure(
                        metric.Name,
                        null,
                        MetricNames.OfMean(metric.Name, result.Mean(metric.ValueOf)),
                        interval?.Low,
                        interval?.High
                    )
            ),
        ];
    }

    /// <summary>The evaluated model's errors against the bias baseline's; null where either predicts none.</summary>
    public static IReadOnlyList<DifferenceFigure>? AgainstBias(ModelEvaluation evaluation)
    {
        string bias = BiasModel.ModelKind.Name;
        RatingResult? others = evaluation.Baselines.FirstOrDefault(model => model.Name == bias)?.Ratings;
        if (evaluation.Model.Ratings is not { Count: > 0 } own || others is null)
        {
            return null;
        }

        double[] counts = own.SumPerUser(_ => 1);
        return
        [
            Compared(MetricNames.Rmse, result => result.SumPerUser(result.SquaredError)),
            Compared(MetricNames.Mae, result => result.SumPerUser(result.AbsoluteError)),
        ];

        DifferenceFigure Compared(string metric, Func<RatingResult, double[]> sums) =>
            DifferenceFigure.Of(
                metric,
                bias,
                PairedBootstrap.CompareRatios(
                    sums(own),
                    sums(others),
                    counts,
                    MetricNames.TransformOf(metric),
                    evaluation.Options.Resamples,
                    evaluation.Options.Seed
                )
            );
    }
}
