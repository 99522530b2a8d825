using Matinee.Core.Models.Hybrid;

namespace Matinee.Core.Tests.Models.Hybrid;

public class HistorySignalsTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1727, 0)]
    [InlineData(1728, 1)]
    [InlineData(3455, 1)]
    [InlineData(3456, 2)]
    [InlineData(86400, 6)] // 1 + log2 50
    [InlineData(1728L << 22, 23)]
    [InlineData((1728L << 22) - 1, 22)]
    [InlineData(long.MaxValue, 23)]
    [InlineData(-5, 0)] // rated after the moment recommended for
    public void AgeBucket_Age_DoublesFromBucketToBucket(long age, int bucket)
    {
        Assert.Equal(bucket, HistorySignals.AgeBucket(age, 0));
    }

    [Theory]
    [InlineData(0.5f, 1)]
    [InlineData(3.5f, 7)]
    [InlineData(5, 10)]
    [InlineData(-1, 0)]
    [InlineData(9, 10)]
    public void RatingLevel_Stars_AreHalfStars(float stars, int level)
    {
        Assert.Equal(level, HistorySignals.RatingLevel(stars));
    }
}
