using Matinee.Data.Synthetic;

namespace Matinee.Data.Tests.Synthetic;

/// <summary>At ml-32m's size the plans have ml-32m's published figures; no rating is drawn here.</summary>
public class FittedCurvesTests
{
    private static readonly SyntheticOptions Large = new()
    {
        Users = 200_948,
        Movies = 87_585,
        Ratings = 32_000_204,
    };

    [Fact]
    public void UserActivity_SizeOfMl32m_HasItsTail()
    {
        int[] counts = UserActivity.Draw(Large);
        Array.Sort(counts);

        Assert.Equal(Large.Ratings, counts.Sum(count => (long)count));
        Assert.Equal(20, counts[0]);
        Assert.InRange(counts[counts.Length / 2], 68, 78);
        Assert.InRange(counts[^1], 25_000, 40_000);
    }

    [Fact]
    public void PopularityCurve_SizeOfMl32m_HasItsHeadAndTail()
    {
        IReadOnlyList<PopularityBand> bands = PopularityCurve.For(Large).Bands;

        Assert.Equal(Large.Movies, bands.Sum(band => band.Movies));
        Assert.Equal(Large.Ratings, bands.Sum(band => band.Movies * band.Ratings), 1.0);
        Assert.InRange(bands[0].Ratings, 98_000, 107_000);
        Assert.InRange(Movies(bands, 1_000), 3_500, 5_500);
        Assert.InRange(Movies(bands, 10), 29_000, 36_000);
        Assert.InRange(Movies(bands, 5), 40_000, 47_000);
    }

    [Theory]
    [InlineData(6_040, 3_706, 1_000_209)]
    [InlineData(100, 10_000, 2_500)]
    [InlineData(1_000, 50, 45_000)]
    public void PopularityCurve_OtherSizes_AddsUpAndNeverExceedsTheUsers(int users, int movies, long ratings)
    {
        IReadOnlyList<PopularityBand> bands = PopularityCurve
            .For(
                new SyntheticOptions
                {
                    Users = users,
                    Movies = movies,
                    Ratings = ratings,
                }
            )
            .Bands;

        Assert.Equal(ratings, bands.Sum(band => band.Movies * band.Ratings), 1e-6 * ratings);
        Assert.All(bands, band => Assert.InRange(band.Ratings, 0, users));
        Assert.All(bands.Zip(bands.Skip(1)), pair => Assert.True(pair.First.Ratings >= pair.Second.Ratings));
    }

    private static int Movies(IReadOnlyList<PopularityBand> bands, double ratings) =>
        bands.Where(band => band.Ratings >= ratings).Sum(band => band.Movies);
}
