using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;
using Matinee.Core.Interactions;
using Matinee.Core.Tests.Models;

namespace Matinee.Core.Tests.Evaluation;

public class RatingTimesTests
{
    [Theory]
    [InlineData("random")]
    [InlineData("item-stratified")]
    [InlineData("k-fold")]
    public void Run_SplitByLot_TellsTheTimesASecondTime(string protocol)
    {
        var forecaster = new TinyForecaster();

        ModelEvaluation evaluation = forecaster.Evaluate(protocol);

        RatingResult ratings = evaluation.Model.Ratings!;
        Assert.True(forecaster.WasTold);
        Assert.Equal(ratings.Items.Select(TinyForecaster.MeanOf), ratings.Predicted);
        Assert.Equal(ratings.Predicted.Select(mean => mean + TinyForecaster.ToldMore), ratings.TimedPredictions!);
        Assert.Null(evaluation.Baselines.Single(model => model.Name == "bias").Ratings!.TimedPredictions);
    }

    [Theory]
    [InlineData("user-temporal")]
    [InlineData("global-temporal")]
    [InlineData("leave-last")]
    [InlineData("cold-item")]
    [InlineData("cold-user")]
    [InlineData("given-files")]
    [InlineData("of a later version")]
    public void Run_AnyOtherSplit_NeverTellsTheTimes(string protocol)
    {
        var forecaster = new TinyForecaster();

        // Everybody's last rating is the test part.
        ModelEvaluation evaluation = forecaster.Evaluate(protocol);

        Assert.False(forecaster.WasTold);
        Assert.Null(evaluation.Model.Ratings!.TimedPredictions);
        Assert.NotNull(evaluation.Model.Ratings.Distributions);
        Assert.Null(EvaluationReport.From(evaluation).Models[0].Find(MetricNames.TimedRmse));
    }

    [Fact]
    public void Run_GivenFilesWithRatingsFromBetween_TellsTheTimes()
    {
        Dataset last = TinyDataset.Create();
        var seen = new HashSet<int>();
        // Everybody's first rating is the test part.
        SplitPart[] parts = [.. last.Ratings.Users.Select(user => seen.Add(user) ? SplitPart.Test : SplitPart.Train)];
        var forecaster = new TinyForecaster();

        forecaster.Evaluate("given-files", last with { Ratings = last.Ratings.WithParts(parts) });

        Assert.True(forecaster.WasTold);
    }

    [Fact]
    public void ShareBeforeKnown_EqualTimesAndStrangers_AreNotBefore()
    {
        InteractionMatrix known = Matrices.Timed(3, [(0, 10), (1, 20)], [(0, 5)], []);
        // Before 20, at 20; after 5; of nobody.
        InteractionMatrix heldOut = Matrices.Timed(3, [(1, 19), (2, 20)], [(1, 6)], [(0, 1)]);

        Assert.Equal(0.25, RatingTimes.ShareBeforeKnown(known, heldOut));
        Assert.Equal(0, RatingTimes.ShareBeforeKnown(known, Matrices.Of(3, [], [], [])));
    }

    [Fact]
    public void MayBeTold_GivenFiles_WantsThreeQuartersFromBetween()
    {
        var given = new DatasetSplit(DatasetSplit.GivenFiles, null, null, 42);
        InteractionMatrix known = Matrices.Timed(5, [(0, 10)]);

        Assert.True(RatingTimes.MayBeTold(given, known, Matrices.Timed(5, [(1, 1), (2, 2), (3, 3), (4, 11)])));
        Assert.False(RatingTimes.MayBeTold(given, known, Matrices.Timed(5, [(1, 1), (2, 2), (3, 10), (4, 11)])));
    }
}
