using CsCheck;
using Matinee.Api.Store;

namespace Matinee.Api.Tests.Store;

/// <summary>Any sequence of writes, restarts and forgetful caches, against the slow twin.</summary>
public abstract class UserStorePropertyTests : IDisposable
{
    private const long Now = 1_700_000_000;

    private static readonly string?[] Keys = [null, null, "a", "b", "it's", "ü\u0001x"];
    private static readonly Gen<int> Users = Gen.Int[1, 5];
    private static readonly Gen<int> Movies = Gen.Int[1, 8];
    private static readonly Gen<long> Times = Gen.Long[0, 4];

    private static readonly Gen<StoredRating> Ratings = Gen.Select(
        Movies,
        Gen.Int[0, 10],
        Times,
        (movie, halves, time) => new StoredRating(movie, halves == 0 ? null : halves / 2f, time)
    );

    private static readonly Gen<StoredEvent> Events = Gen.Select(
        Movies,
        Gen.Bool,
        Times,
        Gen.Int[0, Keys.Length - 1],
        (movie, watched, time, key) =>
            new StoredEvent(movie, watched ? EventKind.Watched : EventKind.Clicked, time, Keys[key])
    );

    private static readonly Gen<Operation> Operations = Gen.Frequency(
        (2, Gen.Int[0, 9].Select(above => (Operation)new Create(above))),
        (6, Gen.Select(Users, Ratings.Array[0, 4], (user, some) => (Operation)new Rate(user, some))),
        (3, Gen.Select(Users, Movies, Gen.Bool, (user, movie, on) => (Operation)new Hide(user, movie, on))),
        (
            2,
            Gen.Select(
                Users,
                Movies.Array[0, 4],
                (user, some) => (Operation)new Allow(user, some is [] ? null : some[1..])
            )
        ),
        (4, Gen.Select(Users, Events.Array[0, 4], (user, some) => (Operation)new Happen(user, some))),
        (1, Users.Select(user => (Operation)new Erase(user))),
        (1, Gen.Int[0, 9].Select(above => (Operation)new Film(above)))
    );

    private protected abstract int Samples { get; }

    private protected abstract StorePlace EmptyPlace();

    public abstract void Dispose();

    [Theory]
    [InlineData(1_000_000)]
    [InlineData(20)]
    [InlineData(0)]
    public async Task Writes_OneByOneThenReopened_MatchTheTwin(int cachedRows) =>
        await Operations
            .Array[1, 25]
            .SampleAsync(
                async operations =>
                {
                    StorePlace place = EmptyPlace();
                    UserStoreTwin twin = new();
                    await using (UserStore store = place.Open(cachedRows, new FixedTime()))
                    {
                        foreach (Operation operation in operations)
                        {
                            Assert.Equal(operation.Apply(twin), await operation.ApplyAsync(store));
                        }

                        await AssertSameAsync(twin, store);
                    }

                    await using UserStore reopened = place.Open(cachedRows);
                    await AssertSameAsync(twin, reopened);
                },
                iter: Samples,
                threads: 1
            );

    /// <summary>Writes that are sent without waiting are committed together, in the order they were sent.</summary>
    [Fact]
    public async Task Writes_AllAtOnce_MatchTheTwin() =>
        await Operations
            .Array[1, 60]
            .SampleAsync(
                async operations =>
                {
                    StorePlace place = EmptyPlace();
                    UserStoreTwin twin = new();
                    string[] expected = [.. operations.Select(operation => operation.Apply(twin))];
                    await using (UserStore store = place.Open(20, new FixedTime()))
                    {
                        Task<string>[] answers = [.. operations.Select(operation => operation.ApplyAsync(store))];
                        Assert.Equal(expected, await Task.WhenAll(answers));
                        await AssertSameAsync(twin, store);
                    }

                    await using UserStore reopened = place.Open(20);
                    await AssertSameAsync(twin, reopened);
                },
                iter: Samples,
                threads: 1
            );

    private static async Task AssertSameAsync(UserStoreTwin twin, UserStore store)
    {
        for (int user = 0; user < 40; user++)
        {
            Assert.Equal(RecordText.Of(twin.Find(user)), RecordText.Of(await store.FindAsync(user)));
        }

        List<string> all = [];
        await foreach (UserRecord user in store.AllUsersAsync())
        {
            all.Add(RecordText.Of(user));
        }

        Assert.Equal(twin.Users.Select(RecordText.Of), all);
        Assert.Equal(twin.Movies.Select(RecordText.Of), (await store.MoviesAsync()).Select(RecordText.Of));
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds(Now);
    }

    /// <summary>A write, whose answers compare as text.</summary>
    private abstract record Operation
    {
        public abstract string Apply(UserStoreTwin twin);

        public abstract Task<string> ApplyAsync(UserStore store);
    }

    private sealed record Create(int Above) : Operation
    {
        public override string Apply(UserStoreTwin twin) => RecordText.Of(twin.Create(Above, Now));

        public override async Task<string> ApplyAsync(UserStore store) =>
            RecordText.Of(await store.CreateUserAsync(Above));
    }

    private sealed record Rate(int User, StoredRating[] Some) : Operation
    {
        private StoredRating[] Distinct => [.. Some.DistinctBy(rating => rating.MovieId)];

        public override string Apply(UserStoreTwin twin) => RecordText.Of(twin.SetRatings(User, Distinct));

        public override async Task<string> ApplyAsync(UserStore store) =>
            RecordText.Of(await store.SetRatingsAsync(User, Distinct));
    }

    private sealed record Hide(int User, int Movie, bool On) : Operation
    {
        public override string Apply(UserStoreTwin twin) => RecordText.Of(twin.SetHidden(User, Movie, On));

        public override async Task<string> ApplyAsync(UserStore store) =>
            RecordText.Of(await store.SetHiddenAsync(User, Movie, On));
    }

    private sealed record Allow(int User, int[]? Some) : Operation
    {
        public override string Apply(UserStoreTwin twin) => RecordText.Of(twin.SetAllowList(User, Some));

        public override async Task<string> ApplyAsync(UserStore store) =>
            RecordText.Of(await store.SetAllowListAsync(User, Some));
    }

    private sealed record Happen(int User, StoredEvent[] Some) : Operation
    {
        public override string Apply(UserStoreTwin twin) => RecordText.Of(twin.AddEvents(User, Some));

        public override async Task<string> ApplyAsync(UserStore store) =>
            RecordText.Of(await store.AddEventsAsync(User, Some));
    }

    private sealed record Erase(int User) : Operation
    {
        public override string Apply(UserStoreTwin twin)
        {
            twin.Erase(User);
            return "";
        }

        public override async Task<string> ApplyAsync(UserStore store)
        {
            await store.EraseAsync(User);
            return "";
        }
    }

    private sealed record Film(int Above) : Operation
    {
        private static readonly StoredMovie Movie = new() { Title = "Robert'); DROP TABLE users;--", Tags = ["a", ""] };

        public override string Apply(UserStoreTwin twin) =>
            RecordText.Of(twin.AddMovie(Movie with { AddedAt = Now }, Above));

        public override async Task<string> ApplyAsync(UserStore store) =>
            RecordText.Of(await store.AddMovieAsync(Movie, Above));
    }
}

public sealed class SqliteUserStorePropertyTests : UserStorePropertyTests
{
    private readonly List<StoreFolder> folders = [];

    private protected override int Samples => 25;

    private protected override StorePlace EmptyPlace()
    {
        folders.Add(new StoreFolder());
        return folders[^1];
    }

    public override void Dispose() => folders.ForEach(folder => folder.Dispose());
}

public sealed class PostgresUserStorePropertyTests : UserStorePropertyTests
{
    private readonly StoreDatabase database = new();

    private protected override int Samples => 10;

    private protected override StorePlace EmptyPlace()
    {
        if (database.Scalar("SELECT to_regclass('users')::text") is string)
        {
            database.Execute("TRUNCATE users, ratings, hidden, events, movies");
        }

        return database;
    }

    public override void Dispose() => database.Dispose();
}
