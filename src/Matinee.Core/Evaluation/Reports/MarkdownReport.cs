using System.Globalization;
using System.Text;
using Matinee.Core.Interactions;

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

        if (report.Protocol.IsSampled)
        {
            text.Append(CultureInfo.InvariantCulture, $"> **Ranking is {report.Protocol.Ranking}**, not full: these ");
            text.Append("figures are no estimate of full ones and can reverse the order of models ");
            text.Append("(Krichene and Rendle 2020).\n\n");
        }

        AppendFacts(text, report);
        AppendRanking(text, report);
        AppendBeyondAccuracy(text, report);
        ParetoSection.Append(text, report);
        AppendShortHistories(text, report);
        StrataSection.Append(text, report);
        RatingsSection.Append(text, report);
        AppendFaithfulness(text, report);
        AuditSection.Append(text, report);
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
        text.Append(CultureInfo.InvariantCulture, $"minus each user's known ones, {protocol.UsersText}; ");
        text.Append(CultureInfo.InvariantCulture, $"ties: {protocol.Ties}\n");
        text.Append("- Relevant: held-out ratings");
        text.Append(
            protocol.MinRating > 0
                ? string.Create(CultureInfo.InvariantCulture, $" of at least {protocol.MinRating} stars\n")
                : ", whatever their stars\n"
        );
        text.Append(
            protocol.Engine
                ? $"- Lists of {report.Models[0].Name}: as users get them, histories below 30 ratings lean on popularity\n"
                : $"- Lists of {report.Models[0].Name}: by the model alone, also for short histories\n"
        );
        if (protocol.Controls is { } controls)
        {
            text.Append(CultureInfo.InvariantCulture, $"- Controls of {report.Models[0].Name}'s lists: ");
            text.Append(CultureInfo.InvariantCulture, $"{controls.Describe()}; baselines have none\n");
        }

        if (report.Models[0].Options is { } options)
        {
            text.Append(CultureInfo.InvariantCulture, $"- Options: `{options.GetRawText().ReplaceLineEndings("")}`\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"- Dataset hash: `{data.Hash}`; Matinee {report.MatineeVersion}\n");
        if (protocol.Hash is { } hash)
        {
            text.Append(CultureInfo.InvariantCulture, $"- Protocol hash: `{hash}`\n");
        }

        foreach (SourceFile file in protocol.Files ?? [])
        {
            text.Append(CultureInfo.InvariantCulture, $"- File: {file.Name}, SHA-256 `{file.Sha256}`\n");
        }

        if (report.Run is { } run)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"- Took {run.Seconds:F1} s and {run.PeakMemoryBytes / 1e6:F0} MB at most, on {run.Cores} cores"
            );
            text.Append(run.Device is null ? "\n" : $", scored through libtorch on {run.Device}\n");
        }

        text.Append('\n');
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
            "## Beyond accuracy\n\n| model | k | coverage | novelty (bits) | genre diversity | AUC |\n|---|---|---|---|---|---|\n"
        );
        foreach (ModelFigures model in Ranked(report))
        {
            foreach (int k in Cutoffs(report))
            {
                string coverage = Cell(model.Find(MetricNames.Coverage, k));
                string novelty = Cell(model.Find(MetricNames.Of(RankingMetric.Novelty), k));
                string diversity = Cell(model.Find(MetricNames.Of(RankingMetric.Diversity), k));
                string auc = k == Cutoffs(report).First() ? Cell(model.Find(MetricNames.Of(RankingMetric.Auc))) : "";
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| {model.Name} | {k} | {coverage} | {novelty} | {diversity} | {auc} |\n"
                );
            }
        }

        text.Append('\n');
    }

    private static void AppendShortHistories(StringBuilder text, EvaluationReport report)
    {
        if (report.ShortHistories is not { Count: > 0 } figures)
        {
            return;
        }

        text.Append("## First ratings\n\nNew people after their first few ratings. A short history leans on ");
        text.Append("popularity and lets it go as ratings come; the interval is of the paired difference.\n\n");
        text.Append("| ratings | NDCG@k | popularity | difference | p |\n|---|---|---|---|---|\n");
        foreach (ShortHistoryFigure figure in figures)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {figure.Given} | {figure.Ndcg:F4} | {figure.PopularityNdcg:F4} | "
            );
            text.Append(CultureInfo.InvariantCulture, $"{figure.Ndcg - figure.PopularityNdcg:+0.0000;-0.0000} ");
            text.Append(CultureInfo.InvariantCulture, $"[{figure.DifferenceLow:+0.0000;-0.0000}, ");
            text.Append(
                CultureInfo.InvariantCulture,
                $"{figure.DifferenceHigh:+0.0000;-0.0000}] | {figure.PValue:F4} |\n"
            );
        }

        text.Append('\n');
    }

    private static void AppendFaithfulness(StringBuilder text, EvaluationReport report)
    {
        if (report.Faithfulness is { } result)
        {
            text.Append("## Explanations\n\nRemoving the rated movie that an explanation names first lowers the ");
            text.Append("recommended one's score more than removing a random rated movie does in ");
            text.Append(CultureInfo.InvariantCulture, $"{100 * result.Rate:F1}% of {result.Cases} cases ");
            text.Append(
                CultureInfo.InvariantCulture,
                $"[{100 * result.Low:F1}%, {100 * result.High:F1}%] (docs/explanations.md).\n\n"
            );
        }
    }

    private static IEnumerable<ModelFigures> Ranked(EvaluationReport report) =>
        report.Models.Where(model => model.Ranking.Count > 0);

    private static IEnumerable<int> Cutoffs(EvaluationReport report) =>
        Ranked(report).SelectMany(model => model.Ranking).Select(figure => figure.K).OfType<int>().Distinct().Order();

    internal static string Cell(Figure? figure) =>
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
