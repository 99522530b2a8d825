using System.Globalization;
using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;
using Matinee.Report.Charts;
using Matinee.Report.Page;
using Figure = Matinee.Report.Page.Figure;

namespace Matinee.Report.Sections;

/// <summary>Predicted against given stars, of the evaluated model or, where it only ranks, of the baseline that rates.</summary>
internal static class RatingsSection
{
    public static Section? Render(ReportContent content)
    {
        EvaluatedModel? model = content.Evaluation.AllModels.FirstOrDefault(model => model.Ratings is { Count: > 0 });
        if (model is not { Ratings: { } ratings })
        {
            return null;
        }

        IReadOnlyList<RatingBin> bins = RatingBin.From(ratings);
        return new Section(
            "ratings",
            "Predicted ratings",
            Errors(content.Figures).ToElement(),
            Differences(content.Figures.Models[0])?.ToElement(),
            Figure.Row([
                Distribution(model.Name, bins, ratings.Count),
                Calibration(model.Name, bins, ratings.Count),
                .. StrataBars
                    .OfRatings(content.Figures)
                    .Select((group, n) => StrataSection.Draw(group, $"rating-strata-{n + 1}")),
            ]),
            content.Figures.Models.SelectMany(LikelihoodPart.Render)
        );
    }

    private static DataTable Errors(EvaluationReport report)
    {
        ModelFigures[] models = [.. report.Models.Where(model => model.Rating.Count > 0)];
        bool told = models.Any(model => model.Find(MetricNames.TimedRmse) is not null);
        (string Header, string Metric)[] columns =
        [
            ("RMSE", MetricNames.Rmse),
            ("MAE", MetricNames.Mae),
            .. told
                ? [("RMSE, time told", MetricNames.TimedRmse), ("MAE, time told", MetricNames.TimedMae)]
                : Array.Empty<(string, string)>(),
        ];
        return new DataTable(
            "Errors of predicted ratings, in stars",
            ["Model", .. columns.Select(column => column.Header)],
            models.Select(model =>
                (IReadOnlyList<object>)[model.Name, .. columns.Select(column => Cells.Of(model.Find(column.Metric)))]
            )
        );
    }

    private static DataTable? Differences(ModelFigures model) =>
        model.RatingDifferences is not { Count: > 0 } differences
            ? null
            : new DataTable(
                $"{model.Name} against {differences[0].Other}",
                [$"{model.Name} − {differences[0].Other}", "Difference", "95% interval", "p"],
                differences.Select(difference =>
                    (IReadOnlyList<object>)
                        [
                            difference.Metric.ToUpperInvariant(),
                            Words.Figure(difference.Difference),
                            Words.Interval(difference.Low, difference.High),
                            difference.PValue.ToString("F4", CultureInfo.InvariantCulture),
                        ]
                )
            );

    private static Figure Distribution(string name, IReadOnlyList<RatingBin> bins, int count)
    {
        double highest = bins.Max(bin => Math.Max(bin.Given, bin.Predicted)) / (double)count;
        var chart = new Chart(Axis.Names("stars", [.. bins.Select(Stars)]), Axis.Share("share of ratings", highest));
        for (int n = 0; n < bins.Count; n++)
        {
            chart.Bar(Ink.Third, n - 0.2, bins[n].Given / (double)count, 0.38);
            chart.Bar(Ink.First, n + 0.2, bins[n].Predicted / (double)count, 0.38);
        }

        RatingBin given = bins.MaxBy(bin => bin.Given)!;
        RatingBin predicted = bins.MaxBy(bin => bin.Predicted)!;
        return new Figure(
            "rating-distribution",
            $"Ratings given and predicted by {name}",
            $"Most often given: {Stars(given)} stars ({Words.Percent(given.Given / (double)count)} of "
                + $"{Words.Count(count)} ratings). Most often predicted: {Stars(predicted)} "
                + $"({Words.Percent(predicted.Predicted / (double)count)}).",
            chart,
            [new Key(Ink.Third, "given", KeyShape.Box), new Key(Ink.First, "predicted", KeyShape.Box)],
            new DataTable(
                "Ratings given and predicted by half stars",
                ["Stars", "Given", "Predicted"],
                bins.Select(bin =>
                    (IReadOnlyList<object>)[Stars(bin), Words.Count(bin.Given), Words.Count(bin.Predicted)]
                )
            )
        );
    }

    private static Figure Calibration(string name, IReadOnlyList<RatingBin> bins, int count)
    {
        RatingBin[] present = [.. bins.Where(bin => bin.Predicted > 0)];
        var chart = new Chart(Axis.Linear("predicted stars (mean)", 0, 5), Axis.Linear("given stars (mean)", 0, 5));
        chart.Line(Ink.Reference, [(0, 0), (5, 5)], width: 1.5f);
        chart.Line(Ink.First, [.. present.Select(bin => (bin.MeanPrediction!.Value, bin.MeanRating!.Value))]);
        foreach (RatingBin bin in present)
        {
            // Areas in proportion to the ratings, within what can be seen and doesn't hide its neighbours.
            double size = Math.Max(5, 20 * Math.Sqrt(bin.Predicted / (double)count));
            chart.Mark(Ink.First, bin.MeanPrediction!.Value, bin.MeanRating!.Value, size);
        }

        double error = present.Sum(bin => bin.Predicted * Math.Abs(bin.MeanPrediction!.Value - bin.MeanRating!.Value));
        // The ends of the scale hold a handful of predictions, whose mean says nothing.
        RatingBin[] solid = [.. present.Where(bin => bin.Predicted >= count / 100.0)];
        return new Figure(
            "rating-calibration",
            $"Calibration of {name}",
            "Mean rating given, by predicted stars: "
                + string.Join(", ", solid.Select(bin => $"{Words.Short(bin.MeanRating!.Value)} around {Stars(bin)}"))
                + $". Mean distance from the diagonal: {Words.Short(error / count)} stars. Larger dots hold more ratings.",
            chart,
            [new Key(Ink.First, name, KeyShape.Dot), new Key(Ink.Reference, "perfect", KeyShape.Line)],
            new DataTable(
                "Calibration by half stars of the prediction",
                ["Predicted around", "Ratings", "Mean predicted", "Mean given"],
                present.Select(bin =>
                    (IReadOnlyList<object>)
                        [
                            Stars(bin),
                            Words.Count(bin.Predicted),
                            Words.Figure(bin.MeanPrediction!.Value),
                            Words.Figure(bin.MeanRating!.Value),
                        ]
                )
            )
        );
    }

    private static string Stars(RatingBin bin) => bin.Stars.ToString("0.#", CultureInfo.InvariantCulture);
}
