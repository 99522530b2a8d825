namespace Matinee.Client.Tests.Server;

public sealed class AskMethodTests(EaseServer fixture) : IClassFixture<EaseServer>
{
    private readonly MatineeClient client = new(fixture.Server.Client);

    [Fact]
    public async Task Ask_User_SaysWhatWasUnderstoodAndListsIt()
    {
        AskedRecommendations answer = await client.AskAsync("4 funny films from the 90s, no horror", userId: 7);

        Assert.Equal((7, "rules"), (answer.UserId, answer.ReadBy));
        AskedFilters filters = answer.Filters;
        Assert.Equal(["Comedy"], filters.Genres);
        Assert.Equal(["Horror"], filters.ExcludedGenres);
        Assert.Equal((1990, 1999, 4), (filters.YearMin, filters.YearMax, filters.Limit));
        var same = new RecommendationOptions
        {
            Limit = 4,
            Genres = filters.Genres,
            ExcludedGenres = filters.ExcludedGenres,
            YearMin = 1990,
            YearMax = 1999,
        };
        Assert.NotEmpty(answer.Movies);
        Assert.Equal(
            (await client.RecommendAsync(7, same)).Movies.Select(movie => movie.Id),
            answer.Movies.Select(movie => movie.Id)
        );
    }

    [Fact]
    public async Task Ask_VisitorLikeAMovie_NamesTheMovie()
    {
        Movie movie = await client.GetMovieAsync(1);

        AskedRecommendations answer = await client.AskAsync(
            $"3 movies like \"{movie.Title}\"",
            ratings: [new(2, 5), new(3, 0.5)]
        );

        Assert.Null(answer.UserId);
        Assert.Equal(new AskedMovie(1, movie.Title), answer.Filters.Like);
        Assert.Equal(3, answer.Movies.Count);
    }

    [Fact]
    public async Task Ask_UserAndRatings_IsRefused()
    {
        var exception = await Assert.ThrowsAsync<MatineeApiException>(() => client.AskAsync("funny", 7, [new(1, 5)]));

        Assert.Equal(ProblemTypes.Validation, exception.Type);
        Assert.Equal(["ratings"], exception.Errors.Keys);
    }

    [Fact]
    public async Task Recommend_InWords_HasASentenceForEveryMovie()
    {
        Recommendations worded = await client.RecommendAsync(7, new RecommendationOptions { InWords = true });
        Recommendations plain = await client.RecommendAsync(7, new RecommendationOptions { InWords = false });

        Assert.All(worded.Movies, movie => Assert.StartsWith("Because you ", movie.Why, StringComparison.Ordinal));
        Assert.All(worded.Movies, movie => Assert.Equal("template", movie.WhySource));
        Assert.All(plain.Movies, movie => Assert.True(movie is { Why: null, WhySource: null }));
        Assert.Equal(worded.Movies.Select(movie => movie.Id), plain.Movies.Select(movie => movie.Id));
    }
}
