using System.Xml.Linq;
using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;
using Matinee.Report.Page;

namespace Matinee.Report.Sections;

/// <summary>The headline table, and behind it the same at every list length.</summary>
internal static class ResultsSection
{
    private static readonly (string Name, string Label)[] Columns =
    [
        .. new[]
        {
            RankingMetric.Ndcg,
            RankingMetric.Recall,
            RankingMetric.Precision,
            RankingMetric.Map,
            RankingMetric.Mrr,
            RankingMetric.HitRate,
            RankingMetric.Novelty,
            RankingMetric.Diversity,
        }.Select(metric => (MetricNames.Of(metric), Words.Metric(metric))),
        (MetricNames.Coverage, "Coverage"),
    ];

    public static Section? Render(ReportContent content)
    {
        ModelFigures[] models = [.. content.Figures.Models.Where(model => model.Ranking.Count > 0)];
        if (models.Length == 0)
        {
            return null;
        }

        return new Section(
            "results",
            $"Results at {content.K}",
            Table($"Ranking metrics at {content.K}", models, [content.K]).ToElement(),
            new XElement(
                "p",
                new XAttribute("class", "note"),
                $"First {content.K} recommendations per user. Small figures are 95% intervals: percentile bootstrap over "
                    + $"users, {Words.Count(content.Figures.Protocol.BootstrapResamples)} resamples. Coverage is one "
                    + "figure over all lists and has none."
            ),
            Table("Ranking metrics at every list length", models, content.Evaluation.Options.Cutoffs)
                .ToDetails("Every list length")
        );
    }

    private static DataTable Table(string caption, ModelFigures[] models, IReadOnlyList<int> lengths) =>
        new(
            caption,
            ["Model", .. lengths.Count > 1 ? ["k"] : Array.Empty<string>(), .. Columns.Select(column => column.Label)],
            lengths.SelectMany(k =>
                models.Select(model =>
                    (IReadOnlyList<object>)
                        [
                            model.Name,
                            .. lengths.Count > 1 ? [k.ToString("D", null)] : Array.Empty<object>(),
                            .. Columns.Select(column => Cells.Of(model.Find(column.Name, k))),
                        ]
                )
            )
        );
}
