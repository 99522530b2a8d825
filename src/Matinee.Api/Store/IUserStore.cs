namespace Matinee.Api.Store;

/// <summary>
/// What people have said since the model was trained. It wins over the model's histories per user and movie. Every task
/// completes only when what it wrote would survive the loss of power. A write to an erased user changes nothing and
/// returns the record that says so; a cancelled one is either not written at all or completes.
/// </summary>
/// <exception cref="Core.MatineeException">Of any task: the database fails (full, locked, damaged, away, ...).</exception>
/// <exception cref="UncertainWriteException">Of a write to a database that went away at its end: it may be there, or not.</exception>
public interface IUserStore
{
    /// <summary>Whether other servers may write to it, too.</summary>
    bool IsShared { get; }

    /// <summary>What is stored about a user; null where nothing is. Cheap: kept in memory once read.</summary>
    ValueTask<UserRecord?> FindAsync(int userId, CancellationToken cancellation = default);

    /// <summary>A user with a new id, above <paramref name="above"/> and every id given before, also of erased users.</summary>
    Task<UserRecord> CreateUserAsync(int above, CancellationToken cancellation = default);

    /// <summary>Sets or removes ratings, all or none; the last to come wins, whatever the timestamps say.</summary>
    /// <param name="changes">Of distinct movies.</param>
    /// <exception cref="ArgumentException">A movie twice, or stars other than 0.5, 1, ..., 5.</exception>
    Task<UserRecord> SetRatingsAsync(
        int userId,
        IReadOnlyList<StoredRating> changes,
        CancellationToken cancellation = default
    );

    Task<UserRecord> SetHiddenAsync(int userId, int movieId, bool hidden, CancellationToken cancellation = default);

    /// <param name="movieIds">The only movies to recommend; null: any.</param>
    Task<UserRecord> SetAllowListAsync(
        int userId,
        IReadOnlyList<int>? movieIds,
        CancellationToken cancellation = default
    );

    /// <summary>Adds events; one whose <see cref="StoredEvent.Key"/> the user has sent before is not added again.</summary>
    Task<UserRecord> AddEventsAsync(
        int userId,
        IReadOnlyList<StoredEvent> events,
        CancellationToken cancellation = default
    );

    /// <summary>Everything that an import brings, all or none; what it does not speak of stays.</summary>
    /// <exception cref="ArgumentException">A movie is rated twice, or with stars other than 0.5, 1, ..., 5.</exception>
    Task<UserRecord> ImportAsync(int userId, UserImport import, CancellationToken cancellation = default);

    /// <summary>Deletes everything about a user, and remembers only that the id is erased, which masks the model's history.</summary>
    Task EraseAsync(int userId, CancellationToken cancellation = default);

    /// <summary>
    /// Every stored user, by ascending id, erased ones too; each as of one moment, users some hundred apart maybe not of
    /// the same.
    /// </summary>
    IAsyncEnumerable<UserRecord> AllUsersAsync(CancellationToken cancellation = default);

    /// <summary>Movies that were added to the model's catalogue, by ascending id.</summary>
    Task<IReadOnlyList<StoredMovie>> MoviesAsync(CancellationToken cancellation = default);

    /// <summary>Of <see cref="MoviesAsync"/> those with ids above one.</summary>
    Task<IReadOnlyList<StoredMovie>> MoviesAboveAsync(int movieId, CancellationToken cancellation = default);

    /// <summary>
    /// Adds a movie under a new id, above <paramref name="above"/> and every id given before. Where
    /// <see cref="StoredMovie.AddedAt"/> is 0, it becomes now.
    /// </summary>
    Task<StoredMovie> AddMovieAsync(StoredMovie movie, int above, CancellationToken cancellation = default);

    /// <summary>
    /// The same, unless there is a movie above <paramref name="lastKnown"/>, which another server has added meanwhile and which may be the
    /// same: then null, and nothing is added.
    /// </summary>
    Task<StoredMovie?> TryAddMovieAsync(
        StoredMovie movie,
        int above,
        int lastKnown,
        CancellationToken cancellation = default
    );
}
