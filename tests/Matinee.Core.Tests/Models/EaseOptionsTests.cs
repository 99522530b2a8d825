using Matinee.Core.Models.Ease;

namespace Matinee.Core.Tests.Models;

public class EaseOptionsTests
{
    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Validate_DropoutOutOfRange_SaysTheRange(double dropout)
    {
        var error = Assert.Throws<MatineeException>(() => new EaseOptions { Dropout = dropout }.Validate());

        Assert.StartsWith("dropout is ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("it must be at least 0 and below 1.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Validate_RatingWeightOutOfRange_SaysTheRange(double weight)
    {
        var error = Assert.Throws<MatineeException>(() => new EaseOptions { RatingWeight = weight }.Validate());

        Assert.StartsWith("rating_weight is ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("it must be between 0 and 1.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_EndsOfTheRanges_AreAccepted()
    {
        EaseOptions least = new() { Dropout = 0, RatingWeight = 0 };
        EaseOptions most = new() { Dropout = 0.999, RatingWeight = 1 };

        Assert.Same(least, least.Validate());
        Assert.Same(most, most.Validate());
    }

    [Theory]
    [InlineData(0, 5, 1)]
    [InlineData(0.2, 3.5, 1)]
    [InlineData(0.2, 5, 1.3)]
    [InlineData(0.2, 0.5, 0.4)]
    [InlineData(1, 0.5, -2)]
    public void Input_OfStars_IsAStraightLineThroughTheMiddle(double weight, float stars, float expected) =>
        Assert.Equal(expected, new EaseOptions { RatingWeight = weight }.Input(stars), 1e-6f);
}
