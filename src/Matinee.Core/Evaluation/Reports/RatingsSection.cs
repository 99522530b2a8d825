using System.Globalization;
using System.Text;

namespace Matinee.Core.Evaluation.Reports;

/// <summary>The part of <c>report.md</c> about predicted ratings.</summary>
internal static class RatingsSection
{
    public static void Append(StringBuilder text, EvaluationReport report)
    {
        ModelFigures[] models = [.. report.Models.Where(model => model.Rating.Count > 0)];
        if (models.Length == 0)
        {
            return;
        }

        AppendErrors(text, models);
        foreach (DifferenceFigure difference in report.Models[0].RatingDifferences ?? [])
        {
            text.Append(CultureInfo.InvariantCulture, $"- {report.Models[0].Name} − {difference.Other}, ");
            text.Append(CultureInfo.InvariantCulture, $"{difference.Metric.ToUpperInvariant()}: ");
            text.Append(CultureInfo.InvariantCulture, $"{difference.Difference:+0.0000;-0.0000;0.0000} ");
            text.Append(CultureInfo.InvariantCulture, $"[{difference.Low:+0.0000;-0.0000;0.0000}, ");
            text.Append(CultureInfo.InvariantCulture, $"{difference.High:+0.0000;-0.0000;0.0000}], ");
            text.Append(CultureInfo.InvariantCulture, $"p {difference.PValue:F4}\n");
        }

        text.Append(report.Models[0].RatingDifferences is null ? "" : "\n");
        foreach (ModelFigures model in models.Where(model => model.Calibration is not null))
        {
            AppendCalibration(text, model, model.Calibration!);
        }

        if (report.Models.Any(model => model.RatingStrata is { Count: > 0 }))
        {
            text.Append("### RMSE by group\n\n");
            StrataSection.AppendTables(text, report, model => model.RatingStrata);
            text.Append("Sizes are held-out ratings, grouped by who gave them or by what they are of.\n\n");
        }
    }

    private static void AppendErrors(StringBuilder text, ModelFigures[] models)
    {
        bool told = models.Any(model => model.Find(MetricNames.TimedRmse) is not null);
        text.Append("## Predicted ratings\n\n| model | RMSE | MAE |");
        text.Append(told ? " RMSE, time told | MAE, time told |\n|---|---|---|---|---|\n" : "\n|---|---|---|\n");
        string[] columns = told
            ? [MetricNames.Rmse, MetricNames.Mae, MetricNames.TimedRmse, MetricNames.TimedMae]
            : [MetricNames.Rmse, MetricNames.Mae];
        foreach (ModelFigures model in models)
        {
            IEnumerable<string> cells = columns.Select(metric => MarkdownReport.Cell(model.Find(metric)));
            text.Append(CultureInfo.InvariantCulture, $"| {model.Name} | {string.Join(" | ", cells)} |\n");
        }

        text.Append('\n');
    }

    private static void AppendCalibration(StringBuilder text, ModelFigures model, CalibrationFigures calibration)
    {
        text.Append(CultureInfo.InvariantCulture, $"### Calibration of {model.Name}\n\n");
        text.Append("| what | value |\n|---|---|\n");
        foreach (CalibrationLine line in CalibrationLine.Of(model))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {line.What} | {MarkdownReport.Cell(line.Figure)} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\n| predicted chance of {calibration.LikedFrom}+ stars ");
        text.Append("| ratings | mean predicted | share given |\n|---|---|---|---|\n");
        foreach (ReliabilityBin bin in calibration.Liked)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {bin.From:F1} to {bin.To:F1} | {bin.Count} ");
            text.Append(CultureInfo.InvariantCulture, $"| {Text(bin.Predicted)} | {Text(bin.Happened)} |\n");
        }

        text.Append('\n');
    }

    private static string Text(double? share) => share?.ToString("F4", CultureInfo.InvariantCulture) ?? "–";
}
