namespace Matinee.Client.Tests.Server;

public sealed class MovieMethodTests(EaseServer fixture) : IClassFixture<EaseServer>
{
    private readonly MatineeClient client = new(fixture.Server.Client);

    [Fact]
    public async Task ListMovies_SortAndGenre_AreAsAsked()
    {
        MoviesPage page = await client.ListMoviesAsync(
            new MovieListOptions
            {
                Genres = ["Drama"],
                Sort = MovieSort.Year,
                Limit = 10,
            }
        );

        Assert.Equal(10, page.Movies.Count);
        Assert.NotNull(page.NextCursor);
        Assert.All(page.Movies, movie => Assert.Contains("Drama", movie.Genres));
        Assert.Equal(
            page.Movies.Select(movie => movie.Year).OrderDescending(),
            page.Movies.Select(movie => movie.Year)
        );
    }

    [Fact]
    public async Task EnumerateMovies_Catalogue_HasEveryMovieOnce()
    {
        int total = (await client.ListMoviesAsync(new MovieListOptions { ExcludedGenres = ["Drama"] })).TotalMovies;
        var read = new List<int>();

        await foreach (
            Movie movie in client.EnumerateMoviesAsync(new MovieListOptions { ExcludedGenres = ["Drama"], Limit = 30 })
        )
        {
            read.Add(movie.Id);
        }

        Assert.True(total > 30, $"{total}");
        Assert.Equal(total, read.Distinct().Count());
        Assert.Equal(total, read.Count);
    }

    [Fact]
    public async Task AddMovie_New_IsFoundByItsNumber()
    {
        Movie added = await client.AddMovieAsync(
            new NewMovie("Zyzzyva Rising (2024)")
            {
                Genres = ["Drama"],
                Tags = ["weevils"],
                ImdbId = "tt9990011",
                TmdbId = 990011,
                Plot = "A weevil.",
            }
        );

        Assert.True(added is { Added: true, Year: 2024, Plot: "A weevil." });
        Assert.Equal(added.Id, (await client.GetMovieAsync(MovieRef.Imdb("tt9990011"))).Id);
        Assert.Equal(added.Id, (await client.GetMovieAsync(MovieRef.Tmdb(990011))).Id);
        FoundMovie found = (await client.SearchMoviesAsync("weevils")).Results[0];
        Assert.Equal(added.Id, found.Movie.Id);
        var twice = await Assert.ThrowsAsync<MatineeApiException>(() =>
            client.AddMovieAsync(new NewMovie("Zyzzyva Rising (2024)"))
        );
        Assert.Equal(ProblemTypes.MovieExists, twice.Type);
    }

    [Fact]
    public async Task SearchMovies_WordsThatNeedEscaping_ArriveWhole()
    {
        Movie movie = (await client.GetMovieAsync(1));

        SearchPage page = await client.SearchMoviesAsync($"{movie.Title} & ?#=+", new SearchOptions { Limit = 3 });

        Assert.Equal(1, page.Results[0].Movie.Id);
        Assert.Equal("lexical", page.Mode);
        Assert.NotNull(page.Note);
    }

    [Fact]
    public async Task SimilarMovies_AnyWay_LeaveTheMovieOut()
    {
        foreach (SimilarBy by in Enum.GetValues<SimilarBy>())
        {
            SimilarPage page = await client.SimilarMoviesAsync(1, new SimilarOptions { By = by, Limit = 5 });

            Assert.Equal(by.ToString().ToLowerInvariant(), page.By);
            Assert.Equal(5, page.Movies.Count);
            Assert.DoesNotContain(page.Movies, one => one.Movie.Id == 1);
        }
    }

    [Fact]
    public async Task SimilarMovies_Only_HoldsWhateverNamesTheMovie()
    {
        Movie drama = (await client.ListMoviesAsync(new MovieListOptions { Genres = ["Drama"], Limit = 1 })).Movies[0];
        Movie added = await client.AddMovieAsync(
            new NewMovie("Quixotry (2021)")
            {
                Genres = drama.Genres,
                ImdbId = "tt9990012",
                TmdbId = 990012,
            }
        );

        foreach (MovieRef name in (MovieRef[])[added.Id, MovieRef.Imdb("tt9990012"), MovieRef.Tmdb(990012)])
        {
            SimilarPage page = await client.SimilarMoviesAsync(drama.Id, new SimilarOptions { Only = [name] });

            Assert.Equal(added.Id, Assert.Single(page.Movies).Movie.Id);
        }
    }

    [Fact]
    public async Task EnumerateSimilarMovies_Pages_AreTheListInOrder()
    {
        SimilarPage first = await client.SimilarMoviesAsync(1, new SimilarOptions { Limit = 100 });
        var read = new List<int>();

        await foreach (SimilarMovie one in client.EnumerateSimilarMoviesAsync(1, new SimilarOptions { Limit = 40 }))
        {
            read.Add(one.Movie.Id);
        }

        Assert.Equal(first.Movies.Select(one => one.Movie.Id), read.Take(first.Movies.Count));
        Assert.Equal(read.Count, read.Distinct().Count());
    }

    [Fact]
    public async Task PredictRating_RatedMovie_HasBothStars()
    {
        RatedMovie rated = (await client.ListRatingsAsync(7)).Ratings[0];

        Prediction prediction = await client.PredictRatingAsync(rated.Id, 7);

        Assert.Equal(rated.Rating, prediction.Rating);
        Assert.InRange(prediction.PredictedRating!.Value, 0.5, 5);
    }

    [Fact]
    public async Task OnboardingMovies_AfterAnswers_AsksForOthers()
    {
        OnboardingPage first = await client.OnboardingMoviesAsync(new OnboardingOptions { Limit = 4 });

        OnboardingPage next = await client.OnboardingMoviesAsync(
            new OnboardingOptions
            {
                Limit = 4,
                Rated = [new(first.Movies[0].Id, 4.5)],
                Skipped = [first.Movies[1].Id],
                UserId = 7,
            }
        );

        Assert.Equal(0, first.RatingsSoFar);
        Assert.True(next.RatingsSoFar > 1, $"{next.RatingsSoFar}");
        Assert.DoesNotContain(next.Movies, movie => movie.Id == first.Movies[0].Id || movie.Id == first.Movies[1].Id);
    }

    [Fact]
    public async Task GetPoster_ServerWithoutKey_SaysThatThereIsNone()
    {
        var exception = await Assert.ThrowsAsync<MatineeApiException>(() => client.GetPosterAsync(1, PosterSize.Large));

        Assert.Equal(ProblemTypes.NoPoster, exception.Type);
        Assert.Contains("MATINEE_TMDB_KEY", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetModel_Demo_SaysWhatIsLoaded()
    {
        ModelFacts model = await client.GetModelAsync();

        Assert.True(model is { Model: "ease", HasHistories: true, Posters: "generated", Dataset.Simulated: true });
        Assert.NotEmpty(model.Genres);
        Assert.Equal(50, model.Options!.Value.GetProperty("regularization").GetDouble());
    }

    [Fact]
    public async Task Health_RunningServer_IsLiveAndReady()
    {
        Assert.Equal("live", (await client.GetLiveAsync()).Status);
        Assert.Equal("ready", (await client.GetReadyAsync()).Status);
    }
}
