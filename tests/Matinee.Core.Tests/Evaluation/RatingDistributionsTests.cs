using Matinee.Core.Evaluation;

namespace Matinee.Core.Tests.Evaluation;

public class RatingDistributionsTests
{
    [Theory]
    [InlineData(0.5f, 0)]
    [InlineData(2.4f, 0)]
    [InlineData(2.5f, 1)]
    [InlineData(3.5f, 2)]
    [InlineData(5f, 2)]
    public void Nearest_AnyRating_IsTheClosestLevelHalfwayUp(float rating, int level)
    {
        Assert.Equal(level, Of([0, 1, 0]).Nearest(rating));
    }

    [Theory]
    [InlineData(1f, 1)]
    [InlineData(3f, 0.75)]
    [InlineData(3.5f, 0.5)]
    [InlineData(5f, 0)]
    public void AtLeast_AnyStars_SumsTheLevelsFromThereOn(float stars, double expected)
    {
        Assert.Equal(expected, Of([0.25f, 0.25f, 0.5f]).AtLeast(0, stars));
    }

    [Fact]
    public void AtLeast_RowThatSumsToALittleMore_IsAProbability()
    {
        Assert.Equal(1, Of([0.3f, 0.4f, 0.300001f]).AtLeast(0, 2));
    }

    [Theory]
    // Nothing to leave out on either side.
    [InlineData(0.25f, 0.5f, 0.25f, 2f, 4f)]
    // 4% below 3, and 96% at or below it.
    [InlineData(0.04f, 0.92f, 0.04f, 3f, 3f)]
    // 5% and 95% exactly, but for rounding: the quantiles are the levels where they are reached.
    [InlineData(0.05f, 0.9f, 0.05f, 2f, 3f)]
    [InlineData(0f, 0f, 1f, 4f, 4f)]
    // Sums to a little less than 1.
    [InlineData(0f, 0.01f, 0.9899f, 4f, 4f)]
    public void CentralInterval_ThreeLevels_RunsFromQuantileToQuantile(
        float two,
        float three,
        float four,
        float low,
        float high
    )
    {
        Assert.Equal((low, high), Of([two, three, four]).CentralInterval(0));
    }

    [Fact]
    public void CentralInterval_AnyDistribution_HoldsAtLeastNineTenths()
    {
        var random = new Random(5);
        for (int trial = 0; trial < 1000; trial++)
        {
            double[] weights = [.. Enumerable.Range(0, 10).Select(_ => Math.Pow(random.NextDouble(), 4))];
            float[] row = [.. weights.Select(weight => (float)(weight / weights.Sum()))];
            float[] levels = [.. Enumerable.Range(1, 10).Select(level => level / 2f)];
            var distributions = new RatingDistributions(levels, new double[10], row, [1]);

            (float low, float high) = distributions.CentralInterval(0);

            double inside = levels
                .Zip(row)
                .Where(pair => pair.First >= low && pair.First <= high)
                .Sum(pair => pair.Second);
            Assert.InRange(inside, 0.9 - 1e-5, 1 + 1e-5);
        }
    }

    [Fact]
    public void SharesOf_RatingsBetweenLevels_CountAsTheNearest()
    {
        Assert.Equal([0.25, 0.25, 0.5], RatingDistributions.SharesOf([2, 3, 4], [2, 2.5f, 4, 5]));
        Assert.Equal([0, 0, 0], RatingDistributions.SharesOf([2, 3, 4], []));
    }

    [Fact]
    public void Constructor_RowsThatDoNotFit_Throws()
    {
        Assert.Throws<ArgumentException>(() => new RatingDistributions([2, 3], [0.5, 0.5], [1, 0, 1], [1, 1]));
        Assert.Throws<ArgumentException>(() => new RatingDistributions([2, 3], [0.5], [1, 0], [1]));
    }

    private static RatingDistributions Of(float[] row) => new([2, 3, 4], [0.25, 0.25, 0.5], row, [1]);
}
