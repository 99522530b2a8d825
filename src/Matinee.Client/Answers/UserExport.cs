namespace Matinee.Client;

/// <summary>Everything that the server knows about a user.</summary>
public sealed record UserExport
{
    public int Id { get; init; }

    /// <summary>Whether the server gave out the id; else the user comes from the training data.</summary>
    public bool IsNew { get; init; }

    /// <summary>Null for a user of the training data.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset ExportedAt { get; init; }

    /// <summary>Ratings that count, by movie id.</summary>
    public IReadOnlyList<ExportedRating> Ratings
    {
        get => field ?? [];
        init;
    }

    /// <summary>Movies whose rating in the training data was removed.</summary>
    public IReadOnlyList<int> RemovedRatings
    {
        get => field ?? [];
        init;
    }

    /// <summary>Movies never to recommend.</summary>
    public IReadOnlyList<int> Hidden
    {
        get => field ?? [];
        init;
    }

    /// <summary>The only movies to recommend; null: any.</summary>
    public IReadOnlyList<int>? AllowList { get; init; }

    public IReadOnlyList<ExportedEvent> Events
    {
        get => field ?? [];
        init;
    }
    public UserProfile UserProfile
    {
        get => field ?? new();
        init;
    }
}

/// <param name="Title">Null where the loaded model does not know the movie.</param>
/// <param name="Source"><c>user</c>: given to the server; <c>training</c>: from the model's training data.</param>
public sealed record ExportedRating(int MovieId, string? Title, double Rating, DateTimeOffset Timestamp, string Source);

/// <param name="Type"><c>watched</c>, <c>liked</c> or <c>clicked</c>.</param>
/// <param name="Key">The name that the event was sent with; null: none.</param>
public sealed record ExportedEvent(int MovieId, string Type, DateTimeOffset Timestamp, string? Key);
