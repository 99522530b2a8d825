using Matinee.Core.Models;

namespace Matinee.Core.Tests.Models;

public class RatingPredictionTests
{
    // 68% of a normal distribution lie within one standard deviation, 95.4% within two, 38.3% within a half.
    [Theory]
    [InlineData(1, 0.682689)]
    [InlineData(0.5, 0.954500)]
    [InlineData(2, 0.382925)]
    [InlineData(0, 1)]
    public void Confidence_Spread_IsTheProbabilityOfLyingWithinAStar(float deviation, double expected) =>
        Assert.Equal(expected, new RatingPrediction(3.5f, deviation).Confidence!.Value, 1e-6);

    [Fact]
    public void Confidence_NoSpread_IsNull() => Assert.Null(new RatingPrediction(3.5f).Confidence);
}
