using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Neural.Hybrid;

namespace Matinee.Neural.Tests.Hybrid;

public class MovieFeaturesTests
{
    // 1920, 1924 .. 2020
    private const int Years = 26;

    private static readonly MovieCatalog s_catalog = new(
        [
            new Movie
            {
                Id = new ItemId(1),
                Title = "A",
                Year = 1924,
                Genres = ["War", "Comedy"],
                Tags = [new MovieTag("Space", 4), new MovieTag("alone", 2)],
            },
            new Movie
            {
                Id = new ItemId(2),
                Title = "B",
                Genres = ["Drama"],
                Tags = [new MovieTag("space", 1)],
            },
            new Movie
            {
                Id = new ItemId(3),
                Title = "C",
                Year = 1922,
            },
        ],
        3
    );

    [Fact]
    public void Of_Genres_HaveAColumnEachByName()
    {
        MovieFeatures features = MovieFeatures.Of(s_catalog, 3, tagBag: false);

        Assert.Equal(3 + Years + 4, features.Width);
        Assert.Equal([1f, 0f, 1f], Row(features, 0)[..3]);
        Assert.Equal([0f, 1f, 0f], Row(features, 1)[..3]);
        Assert.Equal([0f, 0f, 0f], Row(features, 2)[..3]);
    }

    [Fact]
    public void Of_Year_IsABellFourYearsWide()
    {
        MovieFeatures features = MovieFeatures.Of(s_catalog, 3, tagBag: false);

        float[] exact = Row(features, 0)[3..(3 + Years)];
        Assert.Equal(MathF.Exp(-0.5f), exact[0], 1e-6f);
        Assert.Equal(1f, exact[1]);
        Assert.Equal(MathF.Exp(-0.5f), exact[2], 1e-6f);
        Assert.Equal(MathF.Exp(-2f), exact[3], 1e-6f);
        float[] between = Row(features, 2)[3..(3 + Years)];
        Assert.Equal(MathF.Exp(-0.125f), between[0], 1e-6f);
        Assert.Equal(between[0], between[1]);
        Assert.All(Row(features, 1)[3..(3 + Years)], value => Assert.Equal(0f, value));
    }

    [Fact]
    public void Of_TagApplications_AreCountedWithABend()
    {
        MovieFeatures features = MovieFeatures.Of(s_catalog, 3, tagBag: false);

        Assert.Equal([MathF.Log(7), 1f, MathF.Log(5), 1f], Row(features, 0)[(3 + Years)..]);
        Assert.Equal([MathF.Log(2), 1f, 0f, 0f], Row(features, 1)[(3 + Years)..]);
        Assert.Equal([0f, 0f, 0f, 0f], Row(features, 2)[(3 + Years)..]);
    }

    [Fact]
    public void Of_TagBag_HasAColumnPerTagOfTwoMoviesWhateverItsCase()
    {
        MovieFeatures features = MovieFeatures.Of(s_catalog, 3, tagBag: true);

        Assert.Equal(3 + Years + 4 + 1, features.Width);
        Assert.Equal([1f, 1f, 0f], Enumerable.Range(0, 3).Select(item => Row(features, item)[^1]));
    }

    private static float[] Row(MovieFeatures features, int item) =>
        features.Values[(item * features.Width)..((item + 1) * features.Width)];
}
