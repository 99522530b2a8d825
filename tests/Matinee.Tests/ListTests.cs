using Matinee.Core;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Ranking;
using Matinee.Core.Ranking.Controls;

namespace Matinee.Tests;

public sealed class ListTests(LoadedModels models) : IClassFixture<LoadedModels>
{
    private readonly MovieRecommender recommender = models.Ease;

    [Fact]
    public void Recommend_KnownUser_IsWhatTheEngineSaysUnderMovieLensIds()
    {
        // The slow way: the bundle's own engine, by indices.
        models.Bundle.Histories!.TryGet(new UserId(7), out UserHistory? history);
        Recommendation[] expected = models
            .Bundle.Recommender()
            .Recommend(history!, new RecommendationRequest { Count = 12 });

        IReadOnlyList<RecommendedMovie> list = recommender.Recommend(7, new RecommendOptions { Limit = 12 });

        Assert.Equal(expected.Select(one => models.Bundle.Catalog[one.Item].Id), list.Select(one => one.Movie.Id));
        Assert.Equal(expected.Select(one => (double)one.Rating.Mean), list.Select(one => one.Rating.Stars));
        Assert.All(list, one => Assert.Empty(one.Reasons));
    }

    [Fact]
    public void Recommend_TheRatingsOfAUser_GivesTheUsersList() =>
        Assert.Equal(
            Ids(recommender.Recommend(7)),
            Ids(recommender.Recommend([.. recommender.RatingsOf(7).Reverse()]))
        );

    [Fact]
    public void Recommend_NoRatings_IsWhatEveryoneLikes()
    {
        IReadOnlyList<RecommendedMovie> list = recommender.Recommend([], new RecommendOptions { Limit = 3 });

        float[] counts = [.. models.Bundle.Popularity.Counts.ToArray().OrderDescending()];
        Assert.Equal(counts[..3], list.Select(one => models.Bundle.Popularity.Counts[Index(one.Movie)]));
    }

    [Fact]
    public void Recommend_Offset_GoesOnWhereTheListEnded()
    {
        int[] whole = Ids(recommender.Recommend(7, new RecommendOptions { Limit = 20 }));

        Assert.Equal(whole[10..], Ids(recommender.Recommend(7, new RecommendOptions { Offset = 10 })));
    }

    [Fact]
    public void Recommend_Filter_HoldsForEveryMovie()
    {
        IReadOnlyList<RecommendedMovie> list = recommender.Recommend(
            7,
            new RecommendOptions
            {
                Limit = 30,
                Filter = new MovieFilter { Genres = ["drama"], YearTo = 1999 },
            }
        );

        Assert.NotEmpty(list);
        Assert.All(list, one => Assert.Contains("Drama", one.Movie.Genres));
        Assert.All(list, one => Assert.True(one.Movie.Year <= 1999));
    }

    [Fact]
    public void Recommend_HiddenAlsoSeenOnly_AreLeftOutOrAlone()
    {
        int[] list = Ids(recommender.Recommend(7));

        int[] hidden = Ids(recommender.Recommend(7, new RecommendOptions { Hidden = [list[0]] }));
        int[] seen = Ids(recommender.Recommend(7, new RecommendOptions { AlsoSeen = [list[1]] }));
        int[] only = Ids(
            recommender.Recommend(7, new RecommendOptions { Only = [list[4], list[2], MovieReference.Tmdb(99)] })
        );
        int[] nothing = Ids(recommender.Recommend(7, new RecommendOptions { Only = [] }));

        Assert.Equal(list[1..], hidden[..^1]);
        Assert.Equal([list[0], .. list[2..]], seen[..^1]);
        Assert.Equal([list[2], list[4]], only);
        Assert.Empty(nothing);
    }

    [Fact]
    public void Recommend_SeenAgain_AreRatedMoviesOnly()
    {
        int[] rated = [.. recommender.RatingsOf(7).Select(rating => (int)rating.Movie.Number)];

        int[] again = Ids(recommender.Recommend(7, new RecommendOptions { Include = SeenChoice.Seen }));

        Assert.NotEmpty(again);
        Assert.Subset(rated.ToHashSet(), again.ToHashSet());
    }

    [Fact]
    public void Recommend_Diversity_ChangesTheList() =>
        Assert.NotEqual(
            Ids(recommender.Recommend(7)),
            Ids(recommender.Recommend(7, new RecommendOptions { Diversity = 0.8 }))
        );

    [Fact]
    public void Recommend_Explain_NamesRatedMoviesAsExplainDoes()
    {
        IReadOnlyList<RecommendedMovie> list = recommender.Recommend(7, new RecommendOptions { Explain = true });

        Assert.All(list, one => Assert.Equal(one.Reasons, recommender.Explain(7, one.Movie.Id.Value)));
        RecommendationReason reason = list[0].Reasons.First(one => one.Kind == ReasonKind.RatedMovie);
        Assert.Contains(reason.RatedMovie!.Title, reason.Text, StringComparison.Ordinal);
        Assert.Contains(recommender.RatingsOf(7), rating => rating.Movie == reason.RatedMovie.Id.Value);
    }

    [Fact]
    public void Recommend_ManyThreads_AllGetTheSame()
    {
        // Fresh, so that whatever is made when first needed is made by all of them at once.
        MovieRecommender fresh = MovieRecommender.Load(models.EasePath);
        var options = new RecommendOptions { Diversity = 0.3, Explain = true };
        var users = Enumerable.Range(1, 40).ToArray();

        string[] alone = [.. users.Select(user => Shown(recommender, user))];
        string[] together =
        [
            .. users.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(user => Shown(fresh, user)),
        ];

        Assert.Equal(alone, together);

        string Shown(MovieRecommender model, int user) =>
            string.Join(
                '|',
                model
                    .Recommend(user, options)
                    .Select(one =>
                        $"{one.Movie.Id} {one.Score} {one.Reasons.Count} {model.SimilarTo(one.Movie.Id.Value)[0].Movie.Id}"
                    )
            );
    }

    [Theory]
    [InlineData(0, 0, 0, "limit")]
    [InlineData(1, -1, 0, "offset")]
    [InlineData(1, 0, 1.5, "diversity")]
    public void Recommend_BadOption_SaysWhatItMustBe(int limit, int offset, double diversity, string name)
    {
        var options = new RecommendOptions
        {
            Limit = limit,
            Offset = offset,
            Diversity = diversity,
        };

        var exception = Assert.Throws<MatineeException>(() => recommender.Recommend(7, options));

        Assert.Contains(name, exception.Message, StringComparison.Ordinal);
        Assert.Contains("must be", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Recommend_UnknownUser_SaysWhatToAskFirst()
    {
        var exception = Assert.Throws<MatineeException>(() => recommender.Recommend(555_555));

        Assert.Contains("HasUser", exception.Message, StringComparison.Ordinal);
        Assert.False(recommender.HasUser(555_555));
        Assert.True(recommender.HasUser(7));
    }

    [Theory]
    [InlineData(99_999_999, 4, "no movie 99999999")]
    [InlineData(1, 0, "half stars")]
    [InlineData(1, 4.2, "half stars")]
    [InlineData(1, double.NaN, "half stars")]
    [InlineData(2, 4, "rated twice")]
    public void Recommend_BadRating_SaysWhich(int movie, double stars, string expected)
    {
        var exception = Assert.Throws<MatineeException>(() => recommender.Recommend([new(2, 3), new(movie, stars)]));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    private int Index(Movie movie)
    {
        models.Bundle.Catalog.Items.TryGetIndex(movie.Id, out ItemIndex item);
        return item.Value;
    }

    private static int[] Ids(IReadOnlyList<RecommendedMovie> list) => [.. list.Select(one => one.Movie.Id.Value)];
}
