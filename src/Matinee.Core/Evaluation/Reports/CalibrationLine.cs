namespace Matinee.Core.Evaluation.Reports;

/// <summary>One figure about a model's probabilities, for people.</summary>
public sealed record CalibrationLine(string What, Figure Figure)
{
    private static readonly (string Metric, string What)[] Lines =
    [
        (MetricNames.LogLoss, "negative log-likelihood of a rating (nats)"),
        (MetricNames.ReferenceLogLoss, "the same by the levels' frequencies alone"),
        (MetricNames.IntervalCoverage, "share of ratings in the 90% interval"),
        (MetricNames.IntervalWidth, "width of that interval (stars)"),
        (MetricNames.LikedError, "expected calibration error of \"liked\""),
    ];

    /// <summary>Those that the model has.</summary>
    public static IReadOnlyList<CalibrationLine> Of(ModelFigures model) =>
        [
            .. Lines
                .Select(line => (line.What, Figure: model.Find(line.Metric)))
                .Where(line => line.Figure is not null)
                .Select(line => new CalibrationLine(line.What, line.Figure!)),
        ];
}
