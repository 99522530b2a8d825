using System.Globalization;
using System.Text;

namespace Matinee.Core.Evaluation.Reports;

/// <summary>An evaluation for people: <c>report.md</c>.</summary>
public static class MarkdownReport
{
    private static readonly RankingMetric[] Accuracy =
    [
        RankingMetric.Precision,
        RankingMetric.Recall,
        RankingMetric.Ndcg,
        RankingMetric.Map,
        RankingMetric.Mrr,
        RankingMetric.HitRate,
    ];

    public static string Render(EvaluationReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Evaluation of {report.Models[0].Name}\n\n");
        if (report.Dataset.Simulated)
        {
            text.Append("> **Simulated ratings.** These figures say that the software works, not how people rate.\n\n");
        }

        AppendFacts(text, report);
        AppendRanking(text, report);
        AppendBeyondAccuracy(text, report);
        AppendRatings(text, report);
        AppendFaithfulness(text, report);
        text.Append("Brackets hold 95% intervals: percentile bootstrap over users, for explanations Wilson's. ");
        text.Append("Definitions of all metrics: docs/evaluation.md.\n");
        return text.ToString();
    }

    private static void AppendFacts(StringBuilder text, EvaluationReport report)
    {
        DatasetFacts data = report.Dataset;
        ProtocolFacts protocol = report.Protocol;
        text.Append(CultureInfo.InvariantCulture, $"- Dataset: {data.Layout}, {data.Users} users, ");
        text.Append(CultureInfo.InvariantCulture, $"{data.RankedMovies} movies, {data.FittedRatings} ratings known, ");
        text.Append(CultureInfo.InvariantCulture, $"{data.TestRatings} held out ({data.Split})\n");
        text.Append(CultureInfo.InvariantCulture, $"- Ranking: {protocol.Ranking}, over {protocol.Candidates} movies ");
        text.Append(CultureInfo.InvariantCulture, $"minus each user's known ones, {protocol.Users} users; ");
        text.Append(CultureInfo.InvariantCulture, $"ties: {protocol.Ties}\n");
        text.Append("- Relevant: held-out ratings");
        text.Append(
            protocol.MinRating > 0
                ? string.Create(CultureInfo.InvariantCulture, $" of at least {protocol.MinRating} stars\n")
                : ", whatever their stars\n"
        );
        if (protocol.Diversity > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"- Lists of {report.Models[0].Name} re-ranked for diversity ");
            text.Append(CultureInfo.InvariantCulture, $"{protocol.Diversity}\n");
        }

        if (report.Models[0].Options is { } options)
        {
            text.Append(CultureInfo.InvariantCulture, $"- Options: `{options.GetRawText().ReplaceLineEndings("")}`\n");
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"- Dataset hash: `{data.Hash}`; Matinee {report.MatineeVersion}\n\n"
        );
    }

    private static void AppendRanking(StringBuilder text, EvaluationReport report)
    {
        foreach (int k in Cutoffs(report))
        {
            text.Append(CultureInfo.InvariantCulture, $"## Top {k}\n\n| model |");
            foreach (RankingMetric metric in Accuracy)
            {
                text.Append(CultureInfo.InvariantCulture, $" {MetricNames.Of(metric)} |");
            }

            text.Append("\n|---|").Insert(text.Length, "---|", Accuracy.Length).Append('\n');
            foreach (ModelFigures model in Ranked(report))
            {
                text.Append(CultureInfo.InvariantCulture, $"| {model.Name} |");
                foreach (RankingMetric metric in Accuracy)
                {
                    text.Append(CultureInfo.InvariantCulture, $" {Cell(model.Find(MetricNames.Of(metric), k))} |");
                }

                text.Append('\n');
            }

            text.Append('\n');
        }
    }

    private static void AppendBeyondAccuracy(StringBuilder text, EvaluationReport report)
    {
        if (!Cutoffs(report).Any())
        {
            return;
        }

        text.Append(
            "## Beyond accuracy\n\n| model | k | coverage | novelty (bits) | genre diversity |\n|---|---|---|---|---|\n"
        );
        foreach (ModelFigures model in Ranked(report))
        {
            foreach (int k in Cutoffs(report))
            {
                string coverage = Cell(model.Find(MetricNames.Coverage, k));
                string novelty = Cell(model.Find(MetricNames.Of(RankingMetric.Novelty), k));
                string diversity = Cell(model.Find(MetricNames.Of(RankingMetric.Diversity), k));
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| {model.Name} | {k} | {coverage} | {novelty} | {diversity} |\n"
                );
            }
        }

        text.Append('\n');
    }

    private static void AppendRatings(StringBuilder text, EvaluationReport report)
    {
        text.Append("## Predicted ratings\n\n| model | RMSE | MAE |\n|---|---|---|\n");
        foreach (ModelFigures model in report.Models.Where(model => model.Rating.Count > 0))
        {
            string rmse = Cell(model.Find(MetricNames.Rmse));
            string mae = Cell(model.Find(MetricNames.Mae));
            text.Append(CultureInfo.InvariantCulture, $"| {model.Name} | {rmse} | {mae} |\n");
        }

        text.Append('\n');
    }

    private static void AppendFaithfulness(StringBuilder text, EvaluationReport report)
    {
        if (report.Faithfulness is { } result)
        {
            text.Append("## Explanations\n\nRemoving the rated movie that an explanation names first lowers the ");
            text.Append("recommended one's score more than removing a random rated movie does in ");
            text.Append(CultureInfo.InvariantCulture, $"{result.Rate:P1} of {result.Cases} cases ");
            text.Append(
                CultureInfo.InvariantCulture,
                $"[{result.Low:P1}, {result.High:P1}] (docs/explanations.md).\n\n"
            );
        }
    }

    private static IEnumerable<ModelFigures> Ranked(EvaluationReport report) =>
        report.Models.Where(model => model.Ranking.Count > 0);

    private static IEnumerable<int> Cutoffs(EvaluationReport report) =>
        Ranked(report).SelectMany(model => model.Ranking).Select(figure => figure.K).OfType<int>().Distinct().Order();

    private static string Cell(Figure? figure) =>
        figure switch
        {
            null => "–",
            { Low: { } low, High: { } high } => string.Create(
                CultureInfo.InvariantCulture,
                $"{figure.Value:F4} [{low:F4}, {high:F4}]"
            ),
            _ => figure.Value.ToString("F4", CultureInfo.InvariantCulture),
        };
}
