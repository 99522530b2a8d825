using Matinee.Api.Store;

namespace Matinee.Api.Tests.Store;

/// <summary>What every kind of store does.</summary>
public abstract class UserStoreTests : IAsyncLifetime
{
    private readonly StorePlace place;
    private UserStore store = null!;

    private protected UserStoreTests(StorePlace place) => this.place = place;

    public ValueTask InitializeAsync()
    {
        store = place.Open(time: new FixedTime(1_700_000_000));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task FindAsync_NothingStored_IsNull() => Assert.Null(await store.FindAsync(1));

    [Fact]
    public async Task SetRatingsAsync_UnsortedChanges_MergesByMovie()
    {
        await store.SetRatingsAsync(7, [new StoredRating(30, 3f, 100), new StoredRating(10, 1f, 100)]);

        UserRecord user = await store.SetRatingsAsync(
            7,
            [new StoredRating(40, 5f, 200), new StoredRating(30, null, 200), new StoredRating(20, 0.5f, 200)]
        );

        StoredRating[] expected = [new(10, 1f, 100), new(20, 0.5f, 200), new(30, null, 200), new(40, 5f, 200)];
        Assert.Equal(expected, user.Ratings);
        Assert.Equal(expected, (await Reopened(7))!.Ratings);
        Assert.False(user.IsNew);
        Assert.Equal(0, user.CreatedAt);
    }

    [Fact]
    public async Task ImportAsync_Everything_IsWrittenBesideWhatThereIsAndAgainAddsNothing()
    {
        await store.SetRatingsAsync(7, [new StoredRating(10, 1f, 100), new StoredRating(20, 2f, 100)]);
        await store.SetHiddenAsync(7, 5, hidden: true);
        var import = new UserImport
        {
            Ratings = [new StoredRating(20, 4f, 200), new StoredRating(15, 3f, 200)],
            Events = [new StoredEvent(30, EventKind.Watched, 300, "a"), new StoredEvent(40, EventKind.Liked, 200, "b")],
            Hidden = [6, 5],
            AllowList = [30, 10],
        };

        UserRecord once = await store.ImportAsync(7, import);
        UserRecord twice = await store.ImportAsync(7, import with { AllowList = null });

        StoredRating[] expected = [new(10, 1f, 100), new(15, 3f, 200), new(20, 4f, 200)];
        foreach (UserRecord user in new[] { once, twice, (await Reopened(7))! })
        {
            Assert.Equal(expected, user.Ratings);
            Assert.Equal([5, 6], user.Hidden);
            Assert.Equal([10, 30], user.AllowList!);
            Assert.Equal([EventKind.Liked, EventKind.Watched], user.Events.Select(one => one.Kind));
        }
    }

    [Fact]
    public async Task ImportAsync_ErasedUser_StaysErased()
    {
        await store.SetRatingsAsync(7, [new StoredRating(10, 1f, 100)]);
        await store.EraseAsync(7);

        UserRecord user = await store.ImportAsync(
            7,
            new UserImport
            {
                Ratings = [new StoredRating(1, 1f, 1)],
                Hidden = [1],
                AllowList = [1],
            }
        );

        Assert.True(user.IsErased);
        Assert.Empty(user.Ratings);
        Assert.Null(user.AllowList);
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(5.5f)]
    [InlineData(3.25f)]
    [InlineData(float.NaN)]
    public async Task SetRatingsAsync_NoHalfStars_ThrowsAndStoresNothing(float stars)
    {
        StoredRating[] changes = [new(1, 4f, 1), new(2, stars, 1)];

        await Assert.ThrowsAsync<ArgumentException>(() => store.SetRatingsAsync(7, changes));
        Assert.Null(await store.FindAsync(7));
    }

    [Fact]
    public async Task SetRatingsAsync_MovieTwice_Throws() =>
        await Assert.ThrowsAsync<ArgumentException>(() =>
            store.SetRatingsAsync(7, [new StoredRating(1, 4f, 1), new StoredRating(1, 5f, 2)])
        );

    [Fact]
    public async Task SetHiddenAsync_HiddenThenShown_AscendsAndForgets()
    {
        await store.SetHiddenAsync(7, 20, hidden: true);
        await store.SetHiddenAsync(7, 10, hidden: true);
        UserRecord twice = await store.SetHiddenAsync(7, 10, hidden: true);
        Assert.Equal([10, 20], twice.Hidden);

        await store.SetHiddenAsync(7, 20, hidden: false);
        Assert.Equal([10], (await Reopened(7))!.Hidden);
    }

    [Fact]
    public async Task SetAllowListAsync_EmptyAndNull_Differ()
    {
        Assert.Equal([1, 2], (await store.SetAllowListAsync(7, [2, 1, 2])).AllowList);
        await store.SetAllowListAsync(7, []);
        Assert.Equal([], (await Reopened(7))!.AllowList);
        await store.SetAllowListAsync(7, null);
        Assert.Null((await Reopened(7))!.AllowList);
    }

    [Fact]
    public async Task AddEventsAsync_KeySentBefore_AddsItOnce()
    {
        StoredEvent watched = new(1, EventKind.Watched, 200, "a");
        StoredEvent clicked = new(2, EventKind.Clicked, 100);
        await store.AddEventsAsync(7, [watched, watched, clicked]);

        UserRecord user = await store.AddEventsAsync(7, [watched with { MovieId = 9 }, clicked]);

        Assert.Equal([clicked, clicked, watched], user.Events);
        Assert.Equal([clicked, clicked, watched], (await Reopened(7))!.Events);
        // Another user's keys are others.
        Assert.Single((await store.AddEventsAsync(8, [watched])).Events);
    }

    [Fact]
    public async Task AddEventsAsync_SameTime_KeepsTheOrderOfArrival()
    {
        await store.AddEventsAsync(7, [new StoredEvent(5, EventKind.Clicked, 100)]);
        await store.AddEventsAsync(7, [new StoredEvent(3, EventKind.Clicked, 100)]);
        await store.AddEventsAsync(
            7,
            [new StoredEvent(4, EventKind.Clicked, 100), new StoredEvent(9, EventKind.Clicked, 50)]
        );

        Assert.Equal([9, 5, 3, 4], (await store.FindAsync(7))!.Events.Select(one => one.MovieId));
        Assert.Equal([9, 5, 3, 4], (await Reopened(7))!.Events.Select(one => one.MovieId));
    }

    [Fact]
    public async Task CreateUserAsync_LargestErased_DoesNotGiveItsIdAgain()
    {
        UserRecord first = await store.CreateUserAsync(above: 1_000_000);
        Assert.Equal(1_000_001, first.Id);
        Assert.True(first.IsNew);
        Assert.Equal(1_700_000_000, first.CreatedAt);

        await store.EraseAsync(first.Id);
        Assert.Equal(1_000_002, (await store.CreateUserAsync(above: 1_000_000)).Id);
        // A smaller model, and a larger one.
        Assert.Equal(1_000_003, (await store.CreateUserAsync(above: 610)).Id);
        Assert.Equal(2_000_001, (await store.CreateUserAsync(above: 2_000_000)).Id);
    }

    [Fact]
    public async Task CreateUserAsync_IdOfAnEarlierModelsUser_IsNotGiven()
    {
        await store.SetRatingsAsync(1_000_005, [new StoredRating(1, 4f, 1)]);

        Assert.Equal(1_000_006, (await store.CreateUserAsync(above: 1_000_000)).Id);
    }

    [Fact]
    public async Task EraseAsync_KnownUser_LeavesOnlyThatItIsErased()
    {
        await store.CreateUserAsync(above: 6);
        await store.SetRatingsAsync(7, [new StoredRating(1, 4f, 1)]);
        await store.SetHiddenAsync(7, 2, hidden: true);
        await store.SetAllowListAsync(7, [3]);
        await store.AddEventsAsync(7, [new StoredEvent(4, EventKind.Watched, 1, "key")]);
        place.Execute(
            "INSERT INTO outcomes VALUES ('a', 4, 1, 7, 'ease', 3, NULL, 5), ('b', 4, 1, 8, 'ease', 3, 4.5, 5)"
        );

        await store.EraseAsync(7);

        string erased = RecordText.Of(new UserRecord { Id = 7, IsErased = true });
        Assert.Equal(erased, RecordText.Of(await store.FindAsync(7)));
        Assert.Equal(erased, RecordText.Of(await Reopened(7)));
        Assert.Equal(0L, place.Scalar("SELECT COUNT(*) FROM ratings"));
        Assert.Equal(0L, place.Scalar("SELECT COUNT(*) FROM hidden"));
        Assert.Equal(0L, place.Scalar("SELECT COUNT(*) FROM events"));
        Assert.Equal(1L, place.Scalar("SELECT COUNT(*) FROM outcomes"));
        Assert.Equal("b", place.Scalar("SELECT \"ListId\" FROM outcomes"));
        Assert.Equal(0L, place.Scalar("SELECT COUNT(*) FROM users WHERE \"AllowList\" IS NOT NULL"));
    }

    [Fact]
    public async Task Version_EveryChange_Grows()
    {
        UserRecord user = await store.CreateUserAsync(above: 6);
        List<long> versions = [user.Version];
        await Reopened(7);
        versions.Add((await store.SetRatingsAsync(7, [new StoredRating(1, 4f, 1)])).Version);
        versions.Add((await store.SetHiddenAsync(7, 2, hidden: true)).Version);
        long before = (await store.SetAllowListAsync(7, [3])).Version;
        versions.Add(before);
        Assert.Equal(before, (await store.SetHiddenAsync(7, 2, hidden: true)).Version);
        versions.Add((await store.AddEventsAsync(7, [new StoredEvent(4, EventKind.Watched, 1)])).Version);
        await store.EraseAsync(7);
        versions.Add((await Reopened(7))!.Version);

        Assert.Equal([1, 2, 3, 4, 5, 6], versions);
    }

    [Fact]
    public async Task SetRatingsAsync_ErasedUser_ChangesNothingAndSaysSo()
    {
        await store.EraseAsync(7);

        Assert.True((await store.SetRatingsAsync(7, [new StoredRating(1, 4f, 1)])).IsErased);
        Assert.True((await store.SetHiddenAsync(7, 1, hidden: true)).IsErased);
        Assert.True((await store.SetAllowListAsync(7, [1])).IsErased);
        Assert.True((await store.AddEventsAsync(7, [new StoredEvent(4, EventKind.Watched, 1)])).IsErased);
        Assert.Equal(RecordText.Of(new UserRecord { Id = 7, IsErased = true }), RecordText.Of(await Reopened(7)));
    }

    [Fact]
    public async Task AllUsersAsync_MoreThanAPage_AscendsAndLacksNone()
    {
        await Task.WhenAll(
            Enumerable.Range(1, 1203).Select(id => store.SetRatingsAsync(id, [new StoredRating(id, 4f, id)]))
        );
        await store.EraseAsync(1000);

        List<UserRecord> users = [];
        await foreach (UserRecord user in store.AllUsersAsync())
        {
            users.Add(user);
        }

        Assert.Equal(Enumerable.Range(1, 1203), users.Select(user => user.Id));
        Assert.All(users, user => Assert.Equal(user.Id == 1000, user.IsErased));
        Assert.All(users.Where(user => !user.IsErased), user => Assert.Equal(user.Id, user.Ratings.Single().MovieId));
    }

    [Fact]
    public async Task AddMovieAsync_TwoMovies_GetNewIdsAndStay()
    {
        StoredMovie film = new()
        {
            Title = "Fiancé, \"quoted\"",
            Year = 1999,
            Genres = ["Drama", "Sci-Fi"],
            Tags = ["slow"],
            ImdbId = "0133093",
            TmdbId = 603,
            Plot = "…",
            AddedAt = 5,
        };
        StoredMovie first = await store.AddMovieAsync(film, above: 1_000_000);
        StoredMovie second = await store.AddMovieAsync(new StoredMovie { Title = "B" }, above: 1_000_000);

        Assert.Equal(RecordText.Of(film with { Id = 1_000_001 }), RecordText.Of(first));
        Assert.Equal((1_000_002, 1_700_000_000), (second.Id, second.AddedAt));
        await Reopened(0);
        Assert.Equal(
            [RecordText.Of(first), RecordText.Of(second)],
            (await store.MoviesAsync()).Select(movie => RecordText.Of(movie))
        );
    }

    [Fact]
    public async Task TryAddMovieAsync_AnotherMovieMeanwhile_AddsNothing()
    {
        StoredMovie film = new() { Title = "A" };
        StoredMovie first = await store.AddMovieAsync(film, above: 1_000_000);

        Assert.Null(await store.TryAddMovieAsync(film, above: 1_000_000, lastKnown: 0));
        Assert.NotNull(await store.TryAddMovieAsync(film, above: 1_000_000, lastKnown: first.Id));
        Assert.Equal([1_000_002], (await store.MoviesAboveAsync(first.Id)).Select(movie => movie.Id));
    }

    [Fact]
    public async Task SetRatingsAsync_CancelledBefore_WritesNothing()
    {
        using CancellationTokenSource cancellation = new();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            store.SetRatingsAsync(7, [new StoredRating(1, 4f, 1)], cancellation.Token)
        );
        Assert.Null(await Reopened(7));
    }

    [Fact]
    public async Task DisposeAsync_WritesWaiting_CommitsThem()
    {
        Task<UserRecord>[] writes =
        [
            .. Enumerable.Range(1, 500).Select(id => store.SetRatingsAsync(id, [new StoredRating(1, 4f, 1)])),
        ];
        await store.DisposeAsync();

        Assert.All(writes, write => Assert.True(write.IsCompletedSuccessfully));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.CreateUserAsync(0));
        store = place.Open();
        Assert.NotNull(await store.FindAsync(500));
    }

    private async Task<UserRecord?> Reopened(int userId)
    {
        await store.DisposeAsync();
        store = place.Open(time: new FixedTime(1_700_000_000));
        return await store.FindAsync(userId);
    }

    private sealed class FixedTime(long seconds) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds(seconds);
    }
}

public sealed class SqliteUserStoreTests() : UserStoreTests(new StoreFolder());

public sealed class PostgresUserStoreTests() : UserStoreTests(new StoreDatabase());
