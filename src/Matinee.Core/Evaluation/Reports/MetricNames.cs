namespace Matinee.Core.Evaluation.Reports;

/// <summary>Metric names in files and tables.</summary>
public static class MetricNames
{
    public const string Coverage = "coverage";

    /// <summary>Errors of predictions that don't know when a rating was given: what all models have.</summary>
    public const string Rmse = "rmse";
    public const string Mae = "mae";

    /// <summary>Errors of predictions that were told when.</summary>
    public const string TimedRmse = "rmse_timed";
    public const string TimedMae = "mae_timed";

    /// <summary>Mean negative log-likelihood of the level given, in nats.</summary>
    public const string LogLoss = "nll";

    /// <summary>The same of the levels' shares among the known ratings.</summary>
    public const string ReferenceLogLoss = "nll_frequencies";

    /// <summary>Share of ratings inside the central 90% interval, and the interval's mean width in stars.</summary>
    public const string IntervalCoverage = "interval_coverage";
    public const string IntervalWidth = "interval_width";

    /// <summary>Expected calibration error of "liked".</summary>
    public const string LikedError = "liked_ece";

    public static string Of(RankingMetric metric) =>
        metric switch
        {
            RankingMetric.HitRate => "hit_rate",
            _ => metric.ToString().ToLowerInvariant(),
        };

    /// <summary>What a metric is of the mean over its parts: the root of a mean square, or the mean itself.</summary>
    public static double OfMean(string metric, double mean) => metric is Rmse or TimedRmse ? Math.Sqrt(mean) : mean;

    internal static Func<double, double> TransformOf(string metric) => mean => OfMean(metric, mean);
}
