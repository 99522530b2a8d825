using System.Globalization;
using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;
using Matinee.Report.Charts;
using Matinee.Report.Page;
using Figure = Matinee.Report.Page.Figure;

namespace Matinee.Report.Sections;

/// <summary>Whether a model's probabilities of ratings mean what they say.</summary>
internal static class LikelihoodPart
{
    /// <summary>Nothing where the model gives no probabilities.</summary>
    public static IEnumerable<object> Render(ModelFigures model)
    {
        if (model.Calibration is { } calibration && calibration.Liked.Any(bin => bin.Count > 0))
        {
            yield return new DataTable(
                $"Probabilities of {model.Name}",
                [$"Probabilities of {model.Name}", "Value"],
                CalibrationLine.Of(model).Select(line => (IReadOnlyList<object>)[line.What, Cells.Of(line.Figure)])
            ).ToElement();
            yield return Figure.Row([Reliability(model, calibration)]);
        }
    }

    private static Figure Reliability(ModelFigures model, CalibrationFigures calibration)
    {
        ReliabilityBin[] bins = [.. calibration.Liked.Where(bin => bin.Count > 0)];
        double count = bins.Sum(bin => bin.Count);
        string stars = calibration.LikedFrom.ToString("0.#", CultureInfo.InvariantCulture);
        var chart = new Chart(
            Axis.Share($"predicted chance of {stars}+ stars"),
            Axis.Share($"share given {stars}+ stars")
        );
        chart.Line(Ink.Reference, [(0, 0), (1, 1)], width: 1.5f);
        chart.Line(Ink.First, [.. bins.Select(bin => (bin.Predicted!.Value, bin.Happened!.Value))]);
        foreach (ReliabilityBin bin in bins)
        {
            double size = Math.Max(5, 20 * Math.Sqrt(bin.Count / count));
            chart.Mark(Ink.First, bin.Predicted!.Value, bin.Happened!.Value, size);
        }

        return new Figure(
            $"reliability-{model.Name}",
            $"How often {model.Name}'s chances come true",
            $"Share that gave {stars} stars or more, by predicted chance: "
                + string.Join(
                    ", ",
                    bins.Select(bin =>
                        $"{Words.Percent(bin.Happened!.Value)} where {Words.Percent(bin.Predicted!.Value)} was predicted"
                    )
                )
                + $". Mean distance: {Words.Percent(RatingCalibration.ExpectedError(bins))}. "
                + "Larger dots hold more ratings.",
            chart,
            [new Key(Ink.First, model.Name, KeyShape.Dot), new Key(Ink.Reference, "perfect", KeyShape.Line)],
            new DataTable(
                $"Predicted chance of {stars} stars or more, and how often it came true",
                ["Predicted", "Ratings", "Mean predicted", "Share given"],
                bins.Select(bin =>
                    (IReadOnlyList<object>)
                        [
                            string.Create(CultureInfo.InvariantCulture, $"{bin.From:F1} to {bin.To:F1}"),
                            Words.Count(bin.Count),
                            Words.Figure(bin.Predicted!.Value),
                            Words.Figure(bin.Happened!.Value),
                        ]
                )
            )
        );
    }
}
