using Matinee.Core.Evaluation;

namespace Matinee.Core.Tests.Evaluation;

public class RatingResultTests
{
    // Errors 1, −1, 2 over two users.
    private static readonly RatingResult Result = new([0, 0, 1], [0, 1, 0], [3, 4, 1], [4, 3, 3]);

    [Fact]
    public void Rmse_ThreeErrors_IsTheRootOfTheirMeanSquare()
    {
        Assert.Equal(Math.Sqrt((1 + 1 + 4) / 3.0), Result.Rmse, 1e-12);
    }

    [Fact]
    public void Mae_ThreeErrors_IsTheirMeanSize()
    {
        Assert.Equal(4 / 3.0, Result.Mae, 1e-12);
    }

    [Fact]
    public void SumsPerUser_TwoUsers_KeepsThemApart()
    {
        (double[] squared, double[] absolute, double[] counts) = Result.SumsPerUser();

        Assert.Equal([2, 4], squared);
        Assert.Equal([2, 2], absolute);
        Assert.Equal([2, 1], counts);
    }

    [Fact]
    public void RatedUsers_GapsBetween_AreThoseWithAPair()
    {
        var result = new RatingResult([2, 2, 7], [0, 1, 0], [3, 4, 1], [4, 3, 3]);

        Assert.Equal([2, 7], result.RatedUsers());
        Assert.Equal([1, 0], result.SumPerUser(pair => result.Items[pair]));
    }

    [Fact]
    public void Join_FoldsOfDifferentLevels_KeepsEveryPairsChances()
    {
        RatingResult first = new([0, 1], [4, 5], [2, 3], [2.5f, 2])
        {
            Distributions = new RatingDistributions([2, 3], [0.5, 0.5], [0.5f, 0.5f, 1, 0], [0.5f, 0]),
            TimedPredictions = [2.25f, 2.75f],
        };
        RatingResult second = new([0], [6], [4], [3.5f])
        {
            Distributions = new RatingDistributions([3, 4], [0.25, 0.75], [0.25f, 0.75f], [0.4f]),
            TimedPredictions = [4],
        };

        var joined = RatingResult.Join([first, second]);

        Assert.Equal([0, 0, 1], joined.Users);
        Assert.Equal([4, 6, 5], joined.Items);
        Assert.Equal([2.25f, 4, 2.75f], joined.TimedPredictions!);
        RatingDistributions chances = joined.Distributions!;
        Assert.Equal([2, 3, 4], chances.Levels.ToArray());
        Assert.Equal([0.25, 0.375, 0.375], chances.LevelShares.ToArray());
        Assert.Equal([0.5f, 0.5f, 0], chances.Of(0).ToArray());
        Assert.Equal([0, 0.25f, 0.75f], chances.Of(1).ToArray());
        Assert.Equal([1, 0, 0], chances.Of(2).ToArray());
        Assert.Equal([0.5f, 0.4f, 0], chances.StandardDeviations.ToArray());
    }

    [Fact]
    public void Join_OneWithoutChances_HasNone()
    {
        RatingResult timed = Result with { TimedPredictions = [4, 3, 3] };

        Assert.Null(RatingResult.Join([timed, Result]).TimedPredictions);
        Assert.Null(RatingResult.Join([Result, Result]).Distributions);
    }
}
