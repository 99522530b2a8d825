using Matinee.Api.Posters;

namespace Matinee.Api.Tests.Posters;

public sealed class MoviePostersTests
{
    [Theory]
    [InlineData(FakeTmdb.ApiKey, $"?api_key={FakeTmdb.ApiKey}", null)]
    [InlineData(FakeTmdb.Token, "", $"Bearer {FakeTmdb.Token}")]
    public async Task Get_EitherKindOfKey_BringsThePictureAndShowsTheKeyToTheApiAlone(
        string key,
        string query,
        string? authorization
    )
    {
        await using PosterPlace place = await PosterPlace.MakeAsync(options =>
            options with
            {
                Key = TmdbKey.Parse(key),
            }
        );

        Poster? poster = await place.GetAsync(603);

        Assert.Equal("image/jpeg", poster!.ContentType);
        Assert.Equal(FakeTmdb.Jpeg("/t/p/w342/p603.jpg"), poster.Bytes);
        Assert.Equal(
            [new("/3/movie/603", query, authorization), new("/t/p/w342/p603.jpg", "", null)],
            place.Tmdb.Requests
        );
    }

    [Fact]
    public async Task Get_OnlyImdbNumber_IsFoundByIt()
    {
        await using PosterPlace place = await PosterPlace.MakeAsync();

        Poster? poster = await place.GetAsync(new TmdbMovie(null, "0133093"));

        Assert.Equal(FakeTmdb.Jpeg("/t/p/w342/tt0133093.jpg"), poster!.Bytes);
        TmdbRequest asked = place.Tmdb.Requests.First();
        Assert.Equal("/3/find/tt0133093", asked.Path);
        Assert.Equal($"?external_source=imdb_id&api_key={FakeTmdb.ApiKey}", asked.Query);
    }

    [Fact]
    public async Task Get_SeriesAtImdb_HasTheSeriesPoster()
    {
        await using PosterPlace place = await PosterPlace.MakeAsync();
        place.Tmdb.Api = http =>
            FakeTmdb.JsonAsync(http, """{ "movie_results": [], "tv_results": [{ "poster_path": "/tv.jpg" }] }""");

        Assert.NotNull(await place.GetAsync(new TmdbMovie(null, "0133093")));
        Assert.Contains("/t/p/w342/tv.jpg", place.Tmdb.Paths);
    }

    [Fact]
    public async Task Get_NumberThatTmdbGaveUp_AsksByImdb()
    {
        await using PosterPlace place = await PosterPlace.MakeAsync();
        place.Tmdb.Api = http =>
            http.Request.Path.StartsWithSegments("/3/movie")
                ? FakeTmdb.JsonAsync(http, """{ "status_code": 34 }""", 404)
                : FakeTmdb.JsonAsync(http, """{ "movie_results": [{ "poster_path": "/new.jpg" }] }""");

        Assert.NotNull(await place.GetAsync(new TmdbMovie(9, "0133093")));
        Assert.Equal(["/3/movie/9", "/3/find/tt0133093", "/t/p/w342/new.jpg"], place.Tmdb.Paths);
    }

    [Theory]
    [InlineData("""{ "poster_path": null }""", 200)]
    [InlineData("""{ "status_code": 34 }""", 404)]
    public async Task Get_NoPoster_IsRememberedForAWeek(string json, int status)
    {
        await using PosterPlace place = await PosterPlace.MakeAsync();
        place.Tmdb.Api = http => FakeTmdb.JsonAsync(http, json, status);

        Assert.Null(await place.GetAsync(5));
        Assert.Null(await place.GetAsync(5, PosterSize.Large));
        place.Restart();
        Assert.Null(await place.GetAsync(5));
        Assert.Single(place.Tmdb.Requests);

        place.Time.Advance(TimeSpan.FromDays(8));
        place.Tmdb.Api = null;
        Assert.NotNull(await place.GetAsync(5));
    }

    [Fact]
    public async Task Get_AgainAndAfterARestart_AsksNothingForSixMonths()
    {
        await using PosterPlace place = await PosterPlace.MakeAsync();
        byte[] first = (await place.GetAsync(603))!.Bytes;
        Assert.Equal(2, place.Tmdb.Requests.Count);

        Assert.Equal(first, (await place.GetAsync(603))!.Bytes);
        place.Restart();
        place.Time.Advance(TimeSpan.FromDays(179));
        Assert.Equal(first, (await place.GetAsync(603))!.Bytes);
        Assert.Equal(2, place.Tmdb.Requests.Count);

        place.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(first, (await place.GetAsync(603))!.Bytes);
        Assert.Equal(4, place.Tmdb.Requests.Count);
    }

    [Fact]
    public async Task Get_EverySize_AsksForItsWidthAndForThePathOnce()
    {
        await using PosterPlace place = await PosterPlace.MakeAsync();

        foreach (PosterSize size in Enum.GetValues<PosterSize>())
        {
            Assert.NotNull(await place.GetAsync(7, size));
        }

        Assert.Equal(["/3/movie/7", "/t/p/w185/p7.jpg", "/t/p/w342/p7.jpg", "/t/p/w500/p7.jpg"], place.Tmdb.Paths);
    }

    [Fact]
    public async Task Get_ManyAtOnce_AskOnce()
    {
        await using PosterPlace place = await PosterPlace.MakeAsync();
        place.Tmdb.Before = () => Task.Delay(100);

        Poster?[] posters = await Task.WhenAll(
            Enumerable
                .Range(0, 60)
                .Select(n => Task.Run(() => place.GetAsync(7, n % 2 == 0 ? PosterSize.Small : PosterSize.Large)))
        );

        Assert.Equal(
            ["/3/movie/7", "/t/p/w185/p7.jpg", "/t/p/w500/p7.jpg"],
            place.Tmdb.Paths.Order(StringComparer.Ordinal)
        );
        Assert.All(posters, Assert.NotNull);
    }

    [Fact]
    public async Task Get_CallerLeaves_OthersGetItAndItIsKept()
    {
        await using PosterPlace place = await PosterPlace.MakeAsync();
        var answer = new TaskCompletionSource();
        place.Tmdb.Before = () => answer.Task;
        using var leave = new CancellationTokenSource();
        Task<Poster?> first = place.Posters.GetAsync(new TmdbMovie(7, null), PosterSize.Medium, leave.Token);
        Task<Poster?> second = place.GetAsync(7);

        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        answer.SetResult();

        Assert.NotNull(await second);
        Assert.Equal(2, place.Tmdb.Requests.Count);
    }

    [Fact]
    public async Task Get_ManyMovies_AFewQuestionsAtATime()
    {
        await using PosterPlace place = await PosterPlace.MakeAsync(options => options with { MostAtATime = 3 });
        int running = 0;
        int most = 0;
        place.Tmdb.Before = async () =>
        {
            int now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            await Task.Delay(20);
            Interlocked.Decrement(ref running);
        };

        await Task.WhenAll(Enumerable.Range(1, 30).Select(id => place.GetAsync(id)));

        Assert.InRange(most, 2, 3);
    }

    [Fact]
    public async Task Get_FarTooManyMovies_SomeAreRefusedForNow()
    {
        await using PosterPlace place = await PosterPlace.MakeAsync(options =>
            options with
            {
                MostAtATime = 1,
                MostWaiting = 5,
            }
        );
        var answer = new TaskCompletionSource();
        place.Tmdb.Before = () => answer.Task;
        Task<Poster?>[] asked = [.. Enumerable.Range(1, 20).Select(id => Task.Run(() => place.GetAsync(id)))];

        // One is being answered, five wait.
        while (asked.Count(task => task.IsFaulted) < 14)
        {
            await Task.Delay(5);
        }

        answer.SetResult();
        await Task.WhenAll(asked).ContinueWith(_ => { }, TaskScheduler.Default);
        // One on its way from the queue may count for both.
        Assert.InRange(asked.Count(task => task.IsCompletedSuccessfully), 5, 6);
        Assert.All(
            asked.Where(task => task.IsFaulted),
            task => Assert.False(Assert.IsType<TmdbTroubleException>(task.Exception!.InnerException).WasAsked)
        );
        Assert.NotNull(await place.GetAsync(99));
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (int seen = most; value > seen; seen = most)
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }
}
