namespace Matinee.Client.Tests.Server;

public sealed class UserMethodTests(EaseServer fixture) : IClassFixture<EaseServer>
{
    private readonly MatineeClient client = new(fixture.Server.Client);

    [Fact]
    public async Task CreateUser_WithRatings_IsShownExportedAndErased()
    {
        DateTimeOffset time = new(2001, 9, 9, 1, 46, 40, TimeSpan.Zero);

        User made = await client.CreateUserAsync([new(1, 4.5, time)]);

        Assert.True(made is { IsNew: true, TotalRatings: 1 });
        Assert.InRange(made.CreatedAt!.Value, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow);
        Assert.Equal(made.Id, (await client.GetUserAsync(made.Id)).Id);
        ExportedRating rating = Assert.Single((await client.ExportUserAsync(made.Id)).Ratings);
        Assert.Equal((1, 4.5, time, "user"), (rating.MovieId, rating.Rating, rating.Timestamp, rating.Source));
        await client.EraseUserAsync(made.Id);
        var gone = await Assert.ThrowsAsync<MatineeApiException>(() => client.GetUserAsync(made.Id));
        Assert.Equal(ProblemTypes.UnknownUser, gone.Type);
    }

    [Fact]
    public async Task CreateUser_NoRatings_SendsNoBody() =>
        Assert.Equal(0, (await client.CreateUserAsync()).TotalRatings);

    [Fact]
    public async Task GetUser_OfTheData_WasNotMadeHere() =>
        Assert.True(await client.GetUserAsync(7) is { IsNew: false, CreatedAt: null, TotalRatings: > 0 });

    [Fact]
    public async Task Ratings_PutBatchDelete_CountAtOnce()
    {
        int user = (await client.CreateUserAsync()).Id;

        RatedMovie rated = await client.PutRatingAsync(user, 1, 3.5, DateTimeOffset.FromUnixTimeSeconds(12));
        StoredRatings stored = await client.PutRatingsAsync(user, [new(2, 5), new(3, 0.5)]);
        await client.DeleteRatingAsync(user, 3);

        Assert.Equal((1, 3.5, 12), (rated.Id, rated.Rating, rated.Timestamp.ToUnixTimeSeconds()));
        Assert.Equal(new StoredRatings(2, 3), stored);
        RatingsPage page = await client.ListRatingsAsync(user);
        Assert.Equal([2, 1], page.Ratings.Select(movie => movie.Id));
        Assert.Null(page.NextOffset);
    }

    [Fact]
    public async Task EnumerateRatings_Pages_AreTheWhole()
    {
        RatingsPage whole = await client.ListRatingsAsync(7, new PageOptions { Limit = 1_000 });
        var read = new List<RatedMovie>();

        await foreach (RatedMovie movie in client.EnumerateRatingsAsync(7, new PageOptions { Limit = 7, Offset = 1 }))
        {
            read.Add(movie);
        }

        Assert.True(whole.TotalRatings > 15, $"{whole.TotalRatings}");
        Assert.Equal(whole.Ratings.Skip(1).Select(movie => movie.Id), read.Select(movie => movie.Id));
    }

    [Fact]
    public async Task Hidden_HideAndUnhide_ChangeTheList()
    {
        int user = (await client.CreateUserAsync()).Id;

        await client.HideMovieAsync(user, 1);
        await client.HideMovieAsync(user, 2);
        await client.UnhideMovieAsync(user, 1);

        Assert.Equal([2], (await client.ListHiddenAsync(user)).MovieIds);
    }

    [Fact]
    public async Task AllowList_PutAndDelete_SayWhatIsUnknown()
    {
        int user = (await client.CreateUserAsync()).Id;
        Assert.Null((await client.GetAllowListAsync(user)).MovieIds);

        StoredAllowList stored = await client.PutAllowListAsync(user, [2, 1, MovieRef.Imdb("tt9999999")]);

        Assert.Equal([1, 2], stored.MovieIds);
        Assert.Equal(["imdb:tt9999999"], stored.Unknown);
        Assert.Equal([1, 2], (await client.GetAllowListAsync(user)).MovieIds);
        await client.DeleteAllowListAsync(user);
        Assert.Null((await client.GetAllowListAsync(user)).MovieIds);
    }

    [Fact]
    public async Task AddEvents_SameKeyTwice_CountsOnce()
    {
        int user = (await client.CreateUserAsync()).Id;
        var watched = new MovieEvent(3, EventType.Watched, DateTimeOffset.FromUnixTimeSeconds(9), "play-1");

        await client.AddEventsAsync(user, [watched]);
        StoredEvents again = await client.AddEventsAsync(user, [watched, new(4, EventType.Clicked)]);

        Assert.Equal(new StoredEvents(1, 2), again);
        Assert.Contains(
            new ExportedEvent(3, "watched", DateTimeOffset.FromUnixTimeSeconds(9), "play-1"),
            (await client.ExportUserAsync(user)).Events
        );
    }
}
