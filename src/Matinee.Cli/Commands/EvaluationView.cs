using System.Globalization;
using Matinee.Cli.Terminal;
using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;
using Spectre.Console;

namespace Matinee.Cli.Commands;

/// <summary>An evaluation on the screen: the models' figures at 10, and what else a person should know of them.</summary>
internal static class EvaluationView
{
    private const int K = 10;

    private static readonly RankingMetric[] Shown =
    [
        RankingMetric.Ndcg,
        RankingMetric.Recall,
        RankingMetric.Precision,
        RankingMetric.Map,
        RankingMetric.Mrr,
        RankingMetric.HitRate,
    ];

    /// <param name="showTradeOff">Whether to show the figures at other strengths of diversity.</param>
    public static void Write(IAnsiConsole console, EvaluationReport report, bool showTradeOff = false)
    {
        if (report.Dataset.Simulated)
        {
            console.MarkupLine("[yellow]Simulated ratings: these figures say that it works, not how people rate.[/]");
        }

        if (report.Protocol.IsSampled)
        {
            console.MarkupLineInterpolated(
                $"[yellow]Ranking: {report.Protocol.Ranking}. Sampled figures can reverse the order of models.[/]"
            );
        }

        WriteTable(console, report);
        Figure? ndcg = report.Models[0].Find(MetricNames.Of(RankingMetric.Ndcg), K);
        if (ndcg is { Low: { } low, High: { } high })
        {
            console.MarkupLineInterpolated(
                CultureInfo.InvariantCulture,
                $"{report.Models[0].Name}: NDCG@10 {ndcg.Value:F4}, 95% interval [[{low:F4}, {high:F4}]] over {report.Protocol.UsersText}"
            );
        }

        if (report.Models[0].Find(MetricNames.Coverage, K) is { Value: 0 } && report.Protocol.Users > 0)
        {
            console.MarkupLineInterpolated(
                $"[yellow]{report.Models[0].Name} lists none of the {report.Protocol.Candidates} candidates: it knows nothing of them.[/]"
            );
        }

        if (report.Protocol.Controls is { } controls)
        {
            console.MarkupLineInterpolated($"{report.Models[0].Name}'s lists: {controls.Describe()}");
        }

        if (showTradeOff && report.Pareto is { } points)
        {
            ParetoView.Write(console, points);
        }

        if (report.Faithfulness is { } reasons)
        {
            console.MarkupLineInterpolated(
                CultureInfo.InvariantCulture,
                $"{report.Models[0].Name}: explanations faithful in {Numbers.Fixed(100 * reasons.Rate, 1)}% of {reasons.Cases} cases"
            );
        }

        RatingView.Write(console, report);
        console.MarkupLineInterpolated(
            $"[dim]Dataset {ProtocolFacts.Brief(report.Dataset.Hash)}, protocol {ProtocolFacts.Brief(report.Protocol.Hash ?? "")}; ties: {report.Protocol.Ties}[/]"
        );
    }

    private static void WriteTable(IAnsiConsole console, EvaluationReport report)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumn("top 10");
        foreach (RankingMetric metric in Shown)
        {
            table.AddColumn(new TableColumn(Header(metric)).RightAligned());
        }

        table.AddColumn(new TableColumn("cover").RightAligned());
        foreach (ModelFigures model in report.Models.Where(model => model.Ranking.Count > 0))
        {
            IEnumerable<string> cells = Shown
                .Select(MetricNames.Of)
                .Append(MetricNames.Coverage)
                .Select(metric => Numbers.Fixed(model.Find(metric, K)?.Value ?? 0, 4));
            table.AddRow([Markup.Escape(model.Name), .. cells]);
        }

        console.Write(table);
    }

    private static string Header(RankingMetric metric) =>
        metric switch
        {
            RankingMetric.Ndcg => "NDCG",
            RankingMetric.Map => "MAP",
            RankingMetric.Mrr => "MRR",
            RankingMetric.HitRate => "hit",
            RankingMetric.Precision => "prec",
            _ => MetricNames.Of(metric),
        };
}
