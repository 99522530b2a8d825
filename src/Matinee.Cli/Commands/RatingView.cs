using System.Globalization;
using Matinee.Cli.Terminal;
using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;
using Spectre.Console;

namespace Matinee.Cli.Commands;

/// <summary>Predicted ratings on the screen: errors, where they are largest, and whether probabilities hold.</summary>
internal static class RatingView
{
    public static void Write(IAnsiConsole console, EvaluationReport report)
    {
        ModelFigures[] models = [.. report.Models.Where(model => model.Rating.Count > 0)];
        foreach (ModelFigures model in models)
        {
            console.MarkupLineInterpolated(
                CultureInfo.InvariantCulture,
                $"{model.Name}: RMSE {model.Find(MetricNames.Rmse)?.Value:F4}, MAE {model.Find(MetricNames.Mae)?.Value:F4} over {report.Dataset.TestRatings} ratings"
            );
        }

        if (models.Any(model => model.Find(MetricNames.TimedRmse) is not null))
        {
            WriteTimed(console, models);
        }

        foreach (DifferenceFigure difference in report.Models[0].RatingDifferences ?? [])
        {
            string text = CompareCommand.Signed(difference.Difference);
            string low = CompareCommand.Signed(difference.Low);
            string high = CompareCommand.Signed(difference.High);
            console.MarkupLineInterpolated(
                CultureInfo.InvariantCulture,
                $"{report.Models[0].Name} − {difference.Other}: {difference.Metric.ToUpperInvariant()} {text}, 95% interval [[{low}, {high}]], p {difference.PValue:F3}"
            );
        }

        WriteStrata(console, report);
        foreach (ModelFigures model in models)
        {
            if (model.Calibration is { } calibration)
            {
                WriteCalibration(console, model, calibration);
            }
        }
    }

    private static void WriteTimed(IAnsiConsole console, ModelFigures[] models)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumn("ratings");
        foreach (string header in new[] { "RMSE", "MAE", "RMSE,\ntime told", "MAE,\ntime told" })
        {
            table.AddColumn(new TableColumn(header).RightAligned());
        }

        string[] metrics = [MetricNames.Rmse, MetricNames.Mae, MetricNames.TimedRmse, MetricNames.TimedMae];
        foreach (ModelFigures model in models)
        {
            IEnumerable<string> cells = metrics.Select(metric => Cell(model.Find(metric)?.Value));
            table.AddRow([Markup.Escape(model.Name), .. cells]);
        }

        console.Write(table);
    }

    private static void WriteStrata(IAnsiConsole console, EvaluationReport report)
    {
        ModelFigures[] models = [.. report.Models.Where(model => model.RatingStrata is { Count: > 0 })];
        foreach (
            IGrouping<string, StratumFigure> grouping in models
                .SelectMany(model => model.RatingStrata!)
                .DistinctBy(figure => (figure.Grouping, figure.Stratum))
                .GroupBy(figure => figure.Grouping)
        )
        {
            Table table = new Table().Border(TableBorder.Rounded).AddColumn($"RMSE\nby {grouping.Key}");
            table.AddColumn(new TableColumn("held out").RightAligned());
            foreach (ModelFigures model in models)
            {
                table.AddColumn(new TableColumn(Markup.Escape(model.Name)).RightAligned());
            }

            foreach (StratumFigure stratum in grouping)
            {
                IEnumerable<string> cells = models.Select(model =>
                    Cell(model.RatingStrata!.FirstOrDefault(stratum.IsOfSameGroup)?.Value)
                );
                table.AddRow([Markup.Escape(stratum.Stratum), Numbers.Count(stratum.Size), .. cells]);
            }

            console.Write(table);
        }
    }

    private static void WriteCalibration(IAnsiConsole console, ModelFigures model, CalibrationFigures calibration)
    {
        Table table = new Table()
            .Border(TableBorder.Rounded)
            .AddColumn(string.Create(CultureInfo.InvariantCulture, $"chance of {calibration.LikedFrom}+ stars"));
        foreach (string header in new[] { "ratings", "predicted", "happened" })
        {
            table.AddColumn(new TableColumn(header).RightAligned());
        }

        foreach (ReliabilityBin bin in calibration.Liked.Where(bin => bin.Count > 0))
        {
            table.AddRow(
                $"{Numbers.Fixed(bin.From, 1)} to {Numbers.Fixed(bin.To, 1)}",
                Numbers.Count(bin.Count),
                Cell(bin.Predicted),
                Cell(bin.Happened)
            );
        }

        console.Write(table);
        foreach (CalibrationLine line in CalibrationLine.Of(model))
        {
            console.MarkupLineInterpolated($"{model.Name}: {line.What} {Cell(line.Figure.Value)}");
        }
    }

    private static string Cell(double? value) => value is { } number ? Numbers.Fixed(number, 4) : "–";
}
