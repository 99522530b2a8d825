using System.Globalization;
using System.Text;

namespace Matinee.Core.Evaluation.Reports;

/// <summary>The figures of <c>report.md</c> by group.</summary>
internal static class StrataSection
{
    public static void Append(StringBuilder text, EvaluationReport report)
    {
        ModelFigures[] models = [.. report.Models.Where(model => model.Strata is { Count: > 0 })];
        if (models.Length == 0)
        {
            return;
        }

        text.Append("## By group\n\n");
        foreach (IGrouping<string, StratumFigure> grouping in models[0].Strata!.GroupBy(figure => figure.Grouping))
        {
            StratumFigure first = grouping.First();
            text.Append(CultureInfo.InvariantCulture, $"| {grouping.Key} | size |");
            foreach (ModelFigures model in models)
            {
                text.Append(CultureInfo.InvariantCulture, $" {model.Name} {first.Metric}@{first.K} |");
            }

            text.Append("\n|---|---|").Insert(text.Length, "---|", models.Length).Append('\n');
            foreach (StratumFigure stratum in grouping)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {stratum.Stratum} | {stratum.Size} |");
                foreach (ModelFigures model in models)
                {
                    StratumFigure? figure = model.Strata!.FirstOrDefault(other =>
                        other.Grouping == stratum.Grouping && other.Stratum == stratum.Stratum
                    );
                    text.Append(CultureInfo.InvariantCulture, $" {Cell(figure)} |");
                }

                text.Append('\n');
            }

            text.Append('\n');
        }

        text.Append(
            "Sizes are users where users are grouped, and relevant held-out ratings where movies are; the recall "
        );
        text.Append("of a group of movies is the share of those that the lists hold.\n\n");
    }

    private static string Cell(StratumFigure? figure) =>
        figure is null
            ? "–"
            : MarkdownReport.Cell(new Figure(figure.Metric, figure.K, figure.Value, figure.Low, figure.High));
}
