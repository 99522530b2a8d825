using System.Globalization;
using System.Text;

namespace Matinee.Core.Evaluation.Reports;

/// <summary>The figures of <c>report.md</c> by group.</summary>
internal static class StrataSection
{
    public static void Append(StringBuilder text, EvaluationReport report)
    {
        if (!report.Models.Any(model => model.Strata is { Count: > 0 }))
        {
            return;
        }

        text.Append("## By group\n\n");
        AppendTables(text, report, model => model.Strata);
        text.Append(
            "Sizes are users where users are grouped, and relevant held-out ratings where movies are; the recall "
        );
        text.Append("of a group of movies is the share of those that the lists hold.\n\n");
    }

    /// <summary>A table per grouping, with a column per model.</summary>
    public static void AppendTables(
        StringBuilder text,
        EvaluationReport report,
        Func<ModelFigures, IReadOnlyList<StratumFigure>?> strataOf
    )
    {
        ModelFigures[] models = [.. report.Models.Where(model => strataOf(model) is { Count: > 0 })];
        foreach (IGrouping<string, StratumFigure> grouping in strataOf(models[0])!.GroupBy(figure => figure.Grouping))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {grouping.Key} | size |");
            foreach (ModelFigures model in models)
            {
                text.Append(CultureInfo.InvariantCulture, $" {model.Name} {grouping.First().MetricText} |");
            }

            text.Append("\n|---|---|").Insert(text.Length, "---|", models.Length).Append('\n');
            foreach (StratumFigure stratum in grouping)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {stratum.Stratum} | {stratum.Size} |");
                foreach (ModelFigures model in models)
                {
                    StratumFigure? figure = strataOf(model)!.FirstOrDefault(stratum.IsOfSameGroup);
                    text.Append(CultureInfo.InvariantCulture, $" {Cell(figure)} |");
                }

                text.Append('\n');
            }

            text.Append('\n');
        }
    }

    private static string Cell(StratumFigure? figure) =>
        figure is null
            ? "–"
            : MarkdownReport.Cell(new Figure(figure.Metric, figure.K, figure.Value, figure.Low, figure.High));
}
