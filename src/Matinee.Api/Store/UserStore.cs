namespace Matinee.Api.Store;

/// <summary>The user store over any database that an <see cref="IStoreProvider"/> opens.</summary>
internal sealed class UserStore : IUserStore, IAsyncDisposable
{
    private readonly IStoreDatabase database;
    private readonly UserStoreReader reader;
    private readonly TimeProvider time;
    private readonly UserCache cache;
    private readonly StoreWriter writer;
    private readonly ILogger<UserStore> logger;
    private Task warmingUp = Task.CompletedTask;

    public UserStore(IStoreDatabase database, UserStoreOptions options, TimeProvider time, ILogger<UserStore> logger)
    {
        this.database = database;
        reader = new UserStoreReader(database);
        this.time = time;
        this.logger = logger;
        cache = new UserCache(options.CachedRows);
        writer = new StoreWriter(database, cache, logger);
    }

    public bool IsShared => database.Versions is not null;

    /// <summary>Compiles the queries of users, which takes a quarter of a second: better before someone's request than in it.</summary>
    public void WarmUp() => warmingUp = Task.Run(WarmUpAsync);

    public ValueTask<UserRecord?> FindAsync(int userId, CancellationToken cancellation = default) =>
        database.Versions is { } versions ? new(FindLastAsync(userId, versions, cancellation))
        : cache.TryGet(userId, out UserRecord? user) ? new(user)
        : new(ReadAsync(userId, cancellation));

    public Task<UserRecord> CreateUserAsync(int above, CancellationToken cancellation = default) =>
        writer.WriteAsync(
            new PendingWrite<UserRecord>(
                async batch =>
                {
                    int id = await batch.NewUserIdAsync(above);
                    return batch.Set(
                        new UserRecord
                        {
                            Id = id,
                            IsNew = true,
                            CreatedAt = Now(),
                        }
                    );
                },
                cancellation
            )
            {
                Gives = GivenId.User,
            }
        );

    public Task<UserRecord> SetRatingsAsync(
        int userId,
        IReadOnlyList<StoredRating> changes,
        CancellationToken cancellation = default
    )
    {
        StoredRating[] sorted = Sorted(changes);
        return ChangeAsync(userId, user => user.WithRatings(sorted), cancellation);
    }

    public Task<UserRecord> SetHiddenAsync(
        int userId,
        int movieId,
        bool hidden,
        CancellationToken cancellation = default
    ) => ChangeAsync(userId, user => user.WithHidden(movieId, hidden), cancellation);

    public Task<UserRecord> SetAllowListAsync(
        int userId,
        IReadOnlyList<int>? movieIds,
        CancellationToken cancellation = default
    )
    {
        int[]? sorted = movieIds is null ? null : [.. movieIds.Distinct().Order()];
        return ChangeAsync(userId, user => user.WithAllowList(sorted), cancellation);
    }

    public Task<UserRecord> AddEventsAsync(
        int userId,
        IReadOnlyList<StoredEvent> events,
        CancellationToken cancellation = default
    )
    {
        // Copies: an event that a caller adds twice under no key is two events.
        StoredEvent[] copies = [.. events.Select(one => one with { })];
        return ChangeAsync(userId, user => user.WithEvents(copies), cancellation);
    }

    public Task<UserRecord> ImportAsync(int userId, UserImport import, CancellationToken cancellation = default)
    {
        StoredRating[] ratings = Sorted(import.Ratings);
        StoredEvent[] events = [.. import.Events.Select(one => one with { })];
        int[]? only = import.AllowList is { } list ? [.. list.Distinct().Order()] : null;
        return ChangeAsync(
            userId,
            user =>
            {
                UserRecord changed = user.WithRatings(ratings).WithEvents(events).WithHidden(import.Hidden);
                return only is null ? changed : changed.WithAllowList(only);
            },
            cancellation
        );
    }

    public Task EraseAsync(int userId, CancellationToken cancellation = default) =>
        writer.WriteAsync(
            new PendingWrite<UserRecord>(
                async batch => batch.Set((await batch.UserAsync(userId)).Erased()),
                cancellation
            )
            {
                UserId = userId,
                Erases = true,
            }
        );

    public IAsyncEnumerable<UserRecord> AllUsersAsync(CancellationToken cancellation = default) =>
        reader.AllUsersAsync(cancellation);

    public Task<IReadOnlyList<StoredMovie>> MoviesAsync(CancellationToken cancellation = default) =>
        reader.MoviesAsync(cancellation);

    public Task<IReadOnlyList<StoredMovie>> MoviesAboveAsync(int movieId, CancellationToken cancellation = default) =>
        reader.MoviesAboveAsync(movieId, cancellation);

    public async Task<StoredMovie> AddMovieAsync(
        StoredMovie movie,
        int above,
        CancellationToken cancellation = default
    ) => (await TryAddMovieAsync(movie, above, int.MaxValue, cancellation))!;

    public Task<StoredMovie?> TryAddMovieAsync(
        StoredMovie movie,
        int above,
        int lastKnown,
        CancellationToken cancellation = default
    )
    {
        StoredMovie dated = movie.AddedAt == 0 ? movie with { AddedAt = Now() } : movie;
        return writer.WriteAsync(
            new PendingWrite<StoredMovie?>(batch => batch.AddMovieAsync(dated, above, lastKnown), cancellation)
            {
                Gives = GivenId.Movie,
            }
        );
    }

    /// <summary>Waits for the writes that were asked for, and closes the database.</summary>
    public async ValueTask DisposeAsync()
    {
        await warmingUp;
        await writer.DisposeAsync();
        await reader.DisposeAsync();
    }

    private async Task WarmUpAsync()
    {
        try
        {
            await using StoreContext reading = database.CreateContext();
            await UserReader.WarmUpAsync(reading);
        }
        catch (Exception exception)
        {
            logger.LogWarning(exception, "The user store could not be read at the start.");
        }
    }

    private Task<UserRecord> ChangeAsync(
        int userId,
        Func<UserRecord, UserRecord> change,
        CancellationToken cancellation
    ) =>
        writer.WriteAsync(
            new PendingWrite<UserRecord>(async batch => batch.Set(change(await batch.UserAsync(userId))), cancellation)
            {
                UserId = userId,
            }
        );

    private async Task<UserRecord?> FindLastAsync(int userId, IUserVersions versions, CancellationToken cancellation)
    {
        try
        {
            if (await versions.FindAsync(userId, cancellation) is not { } version)
            {
                return null;
            }

            // Newer than asked for: what was committed here since.
            return cache.TryGet(userId, out UserRecord? user) && user?.Version >= version
                ? user
                : await ReadAsync(userId, cancellation);
        }
        catch (Exception exception) when (database.Explain(exception) is var explained && explained != exception)
        {
            throw explained;
        }
    }

    private async Task<UserRecord?> ReadAsync(int userId, CancellationToken cancellation)
    {
        UserCache.Reading reading = cache.Begin(userId);
        try
        {
            UserRecord? user = await reader.FindAsync(userId, cancellation);
            cache.Finish(reading, user);
            return user;
        }
        catch
        {
            cache.Abandon(reading);
            throw;
        }
    }

    private long Now() => time.GetUtcNow().ToUnixTimeSeconds();

    private static StoredRating[] Sorted(IReadOnlyList<StoredRating> ratings)
    {
        StoredRating[] sorted = [.. ratings.OrderBy(rating => rating.MovieId)];
        for (int n = 0; n < sorted.Length; n++)
        {
            CheckStars(sorted[n]);
            if (n > 0 && sorted[n].MovieId == sorted[n - 1].MovieId)
            {
                throw new ArgumentException($"Movie {sorted[n].MovieId} changes twice.", nameof(ratings));
            }
        }

        return sorted;
    }

    private static void CheckStars(StoredRating rating)
    {
        if (rating.Stars is { } stars && !(stars is >= 0.5f and <= 5f && stars * 2 == MathF.Floor(stars * 2)))
        {
            throw new ArgumentException($"Movie {rating.MovieId}: {stars} is no rating from 0.5 to 5 in half stars.");
        }
    }
}
