using Matinee.Core.Evaluation;

namespace Matinee.Core.Tests.Evaluation;

public class RatingBinTests
{
    // Given 3, 4, 0.5; predicted 3.2, 3.1 and 3.25, which is halfway and goes up.
    private static readonly IReadOnlyList<RatingBin> Bins = RatingBin.From(
        new RatingResult([0, 0, 1], [0, 1, 0], [3, 4, 0.5f], [3.2f, 3.1f, 3.25f])
    );

    [Fact]
    public void From_AnyResult_CoversEveryHalfStar()
    {
        Assert.Equal([0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5], Bins.Select(bin => bin.Stars));
        Assert.Equal([1, 0, 0, 0, 0, 1, 0, 1, 0, 0], Bins.Select(bin => bin.Given));
        Assert.Equal([0, 0, 0, 0, 0, 2, 1, 0, 0, 0], Bins.Select(bin => bin.Predicted));
    }

    [Fact]
    public void From_TwoPredictionsInABin_GivesTheirMeans()
    {
        Assert.Equal(3.15, Bins[5].MeanPrediction!.Value, 1e-6);
        Assert.Equal(3.5, Bins[5].MeanRating!.Value, 1e-6);
        Assert.Equal(0.5, Bins[6].MeanRating!.Value, 1e-6);
    }

    [Fact]
    public void From_NothingPredictedInABin_HasNoMeans()
    {
        Assert.Null(Bins[0].MeanPrediction);
        Assert.Null(Bins[0].MeanRating);
    }
}
