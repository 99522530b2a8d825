using System.Globalization;
using Matinee.Core.Evaluation;

namespace Matinee.Report;

/// <summary>Figures and names as people read them, the same in every culture.</summary>
internal static class Words
{
    public static string Figure(double value) => value.ToString("F4", CultureInfo.InvariantCulture);

    public static string Short(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string Percent(double share) => (100 * share).ToString("F1", CultureInfo.InvariantCulture) + "%";

    public static string Interval(double low, double high) => $"{Figure(low)} to {Figure(high)}";

    public static string Metric(RankingMetric metric) =>
        metric switch
        {
            RankingMetric.Ndcg => "NDCG",
            RankingMetric.Map => "MAP",
            RankingMetric.Mrr => "MRR",
            RankingMetric.HitRate => "Hit rate",
            RankingMetric.Novelty => "Novelty (bits)",
            RankingMetric.Diversity => "Genre diversity",
            _ => metric.ToString(),
        };
}
