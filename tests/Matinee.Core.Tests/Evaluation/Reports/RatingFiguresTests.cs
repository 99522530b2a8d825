using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;
using Matinee.Core.Tests.Models;

namespace Matinee.Core.Tests.Evaluation.Reports;

public class RatingFiguresTests
{
    private static readonly ModelEvaluation Evaluation = new TinyForecaster().Evaluate("random");
    private static readonly EvaluationReport Report = EvaluationReport.From(Evaluation);
    private static readonly ModelFigures Model = Report.Models[0];

    [Fact]
    public void From_ModelWithProbabilities_HasARowPerFigure()
    {
        Assert.Equal(
            [
                "rmse",
                "mae",
                "rmse_timed",
                "mae_timed",
                "nll",
                "nll_frequencies",
                "interval_coverage",
                "interval_width",
                "liked_ece",
            ],
            Model.Rating.Select(figure => figure.Metric)
        );
        Assert.All(
            Model.Rating.SkipLast(1),
            figure => Assert.InRange(figure.Value, figure.Low!.Value, figure.High!.Value)
        );
        Assert.Equal(
            ["rmse", "mae"],
            Report.Models.Single(model => model.Name == "bias").Rating.Select(row => row.Metric)
        );
    }

    [Fact]
    public void From_Errors_AreWithoutTheTimesAndBesideWithThem()
    {
        RatingResult ratings = Evaluation.Model.Ratings!;
        double[] errors = [.. ratings.Items.Zip(ratings.Actual, (item, given) => TinyForecaster.MeanOf(item) - given)];

        Assert.Equal(Math.Sqrt(errors.Average(error => error * error)), Model.Find("rmse")!.Value, 1e-6);
        Assert.Equal(errors.Average(Math.Abs), Model.Find("mae")!.Value, 1e-6);
        Assert.Equal(
            Math.Sqrt(errors.Average(error => (error + 0.5) * (error + 0.5))),
            Model.Find("rmse_timed")!.Value,
            1e-6
        );
        Assert.Equal(errors.Average(error => Math.Abs(error + 0.5)), Model.Find("mae_timed")!.Value, 1e-6);
    }

    [Fact]
    public void From_Probabilities_AreJudgedByHand()
    {
        RatingResult ratings = Evaluation.Model.Ratings!;
        // Good movies: 1/8, 1/8, 1/4, 1/2 for 2 to 5 stars; bad ones: the other way round but for the middle.
        double[] good = [0.125, 0.125, 0.25, 0.5];
        double[] bad = [0.5, 0.25, 0.125, 0.125];
        double loss = ratings
            .Items.Zip(ratings.Actual)
            .Average(pair => -Math.Log((pair.First < 5 ? good : bad)[(int)pair.Second - 2]));

        Assert.Equal(loss, Model.Find("nll")!.Value, 1e-9);
        // Both reach over all four levels.
        Assert.Equal(1, Model.Find("interval_coverage")!.Value);
        Assert.Equal(3, Model.Find("interval_width")!.Value);
        ReliabilityBin[] bins = [.. Model.Calibration!.Liked.Where(bin => bin.Count > 0)];
        Assert.Equal([0.25, 0.75], bins.Select(bin => bin.Predicted!.Value));
        Assert.Equal(
            bins.Sum(bin => bin.Count * Math.Abs(bin.Predicted!.Value - bin.Happened!.Value)) / ratings.Count,
            Model.Find("liked_ece")!.Value,
            1e-12
        );
        Assert.Equal([2, 3, 4, 5], Model.Calibration.Levels);
    }

    [Fact]
    public void From_BiasBeside_HasThePairedDifferenceOfTheErrors()
    {
        ModelFigures bias = Report.Models.Single(model => model.Name == "bias");

        foreach (DifferenceFigure difference in Model.RatingDifferences!)
        {
            double expected = Model.Find(difference.Metric)!.Value - bias.Find(difference.Metric)!.Value;
            Assert.Equal("bias", difference.Other);
            Assert.Equal(expected, difference.Difference, 1e-9);
            Assert.InRange(difference.Difference, difference.Low, difference.High);
        }

        Assert.Equal(["rmse", "mae"], Model.RatingDifferences.Select(difference => difference.Metric));
        Assert.Null(bias.RatingDifferences);
    }

    [Fact]
    public void From_ModelThatRates_HasErrorsByGroupBesideTheBiasBaselines()
    {
        Assert.Equal(
            [Strata.UserActivity, Strata.MoviePopularity],
            Model.RatingStrata!.Select(figure => figure.Grouping).Distinct()
        );
        Assert.All(Model.RatingStrata!, figure => Assert.InRange(figure.Value, figure.Low!.Value, figure.High!.Value));
        Assert.Equal(
            Model.RatingStrata!.Select(figure => (figure.Stratum, figure.Size)),
            Report
                .Models.Single(model => model.Name == "bias")
                .RatingStrata!.Select(figure => (figure.Stratum, figure.Size))
        );
    }

    [Fact]
    public void From_ModelThatOnlyRanks_LeavesTheBaselineAsItWas()
    {
        var report = EvaluationReport.From(TinyEvaluation.Run());
        ModelFigures bias = report.Models.Single(model => model.Name == "bias");

        Assert.Equal(["rmse", "mae"], bias.Rating.Select(figure => figure.Metric));
        Assert.Null(bias.RatingStrata);
        Assert.DoesNotContain("calibration", report.ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("ratingDifferences", report.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToJson_ThenFromJson_KeepsEveryFigure()
    {
        ModelFigures read = EvaluationReport.FromJson(Report.ToJson()).Models[0];

        Assert.Equal(Model.Rating, read.Rating);
        Assert.Equal(Model.RatingStrata, read.RatingStrata);
        Assert.Equal(Model.RatingDifferences, read.RatingDifferences);
        Assert.Equal(Model.Calibration!.Levels, read.Calibration!.Levels);
        Assert.Equal(Model.Calibration.Liked, read.Calibration.Liked);
    }

    [Fact]
    public void Render_Markdown_ShowsBothErrorsTheDifferenceAndTheCalibration()
    {
        string text = MarkdownReport.Render(Report);

        Assert.Contains("| model | RMSE | MAE | RMSE, time told | MAE, time told |", text, StringComparison.Ordinal);
        Assert.Contains("- tiny − bias, RMSE: ", text, StringComparison.Ordinal);
        Assert.Contains("### Calibration of tiny", text, StringComparison.Ordinal);
        Assert.Contains("| 0.7 to 0.8 | ", text, StringComparison.Ordinal);
        Assert.Contains("| user activity | size | tiny rmse | bias rmse |", text, StringComparison.Ordinal);
    }

    [Fact]
    public void WritePredictions_ModelWithProbabilities_SaysWhatTheFiguresNeed()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("predictions.csv");

        ListFiles.WritePredictions(path, Evaluation.Dataset, Evaluation.Model.Ratings!);

        string[] lines = File.ReadAllLines(path);
        Assert.Equal(
            "user_id,movie_id,rating,prediction,prediction_timed,standard_deviation,likelihood,liked,low,high",
            lines[0]
        );
        Assert.Equal(Evaluation.Model.Ratings!.Count, lines.Length - 1);
        string[] cells = lines[1].Split(',');
        // The first user's test movie is a good one.
        Assert.Equal(["4.125", "4.625", "1"], cells[3..6]);
        Assert.Equal(["0.75", "2", "5"], cells[7..]);
    }
}
