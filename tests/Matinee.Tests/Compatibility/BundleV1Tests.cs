namespace Matinee.Tests.Compatibility;

public sealed class BundleV1Tests
{
    [Fact]
    public void Ease_OfVersion1_RecommendsWhatItDid()
    {
        var recommender = MovieRecommender.Load(Fixtures.Path("bundle-v1", "ease"));

        Assert.Equal(1, recommender.Model.SchemaVersion);
        Assert.Equal(
            [(100, 0.70327, 3.62195), (106, 0.18767, 3.58028), (107, 0.18767, 3.62195)],
            List(recommender, userId: 1)
        );
        Assert.Equal(
            [(105, 0.81372, 3.90925), (100, 0.42471, 3.90925), (102, 0.30896, 3.99258)],
            List(recommender, userId: 8)
        );
        Assert.Equal(
            [(101, 4.0), (102, 5.0), (103, 3.5), (104, 4.5), (105, 1.0)],
            recommender.RatingsOf(1).Select(one => ((int)one.Movie.Number, one.Stars))
        );
    }

    /// <summary>EASE, ALS, item neighbours and a factorization machine as parts of one.</summary>
    [Fact]
    public void Blend_OfVersion1_RecommendsWhatItDid()
    {
        var recommender = MovieRecommender.Load(Fixtures.Path("bundle-v1", "blend"));

        Assert.Equal(
            [(100, 0.85241, 3.92577), (106, -0.51055, 4.00166), (109, -0.53225, 3.80226)],
            List(recommender, userId: 1)
        );
        Assert.Equal(
            [(105, 1.06443, 3.80989), (100, -0.03764, 3.89875), (102, -0.20336, 3.85784)],
            List(recommender, userId: 8)
        );
    }

    [Fact]
    public void Movies_OfVersion1_HaveWhatTheyHad()
    {
        var recommender = MovieRecommender.Load(Fixtures.Path("bundle-v1", "ease"));

        var movie = Assert.Single(recommender.FindByTitle("kettle at dawn"));
        Assert.Equal(100, movie.Id.Value);
        Assert.Equal(1994, movie.Year);
        Assert.Equal(["Comedy"], movie.Genres);
        Assert.Equal([("warm", 2), ("tea", 1)], movie.Tags.Select(tag => (tag.Text, tag.Applications)));
        Assert.Equal("9000001", movie.ImdbId);
        Assert.Equal(70001, movie.TmdbId);
        Assert.Equal("A night porter and his kettle wait for the first tram.", movie.Plot);
        Assert.Equal(11, recommender.Movies.Count);
    }

    // Five digits: sums of floats may differ in the last bits from machine to machine.
    private static (int Id, double Score, double Stars)[] List(MovieRecommender recommender, int userId) =>
        [
            .. recommender
                .Recommend(userId, new RecommendOptions { Limit = 3 })
                .Select(one => (one.Movie.Id.Value, Math.Round(one.Score, 5), Math.Round(one.Rating.Stars, 5))),
        ];
}
