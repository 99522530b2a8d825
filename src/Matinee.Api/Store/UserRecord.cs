namespace Matinee.Api.Store;

/// <summary>What is stored about one user; immutable, so that a request sees one state.</summary>
public sealed record UserRecord
{
    public required int Id { get; init; }

    /// <summary>Whether the id was given out here; else the user comes from the training data.</summary>
    public bool IsNew { get; init; }

    /// <summary>Everything is deleted, and the model's history of the id counts for nothing.</summary>
    public bool IsErased { get; init; }

    /// <summary>Seconds since 1970 UTC; 0 for a user of the training data.</summary>
    public long CreatedAt { get; init; }

    /// <summary>By ascending movie id, removed ones too.</summary>
    public IReadOnlyList<StoredRating> Ratings { get; init; } = [];

    /// <summary>Movies never to recommend, ascending.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [];

    /// <summary>The only movies to recommend, ascending; null: any.</summary>
    public IReadOnlyList<int>? AllowList { get; init; }

    /// <summary>By time, and in the order they came where that ties.</summary>
    public IReadOnlyList<StoredEvent> Events { get; init; } = [];

    /// <summary>Grows with every write to the user; 0 where nothing is stored.</summary>
    internal long Version { get; init; }
}

/// <param name="Stars">0.5 to 5; null where the rating was removed: then the model's history of the movie counts for nothing.</param>
/// <param name="Timestamp">Seconds since 1970 UTC.</param>
public readonly record struct StoredRating(int MovieId, float? Stars, long Timestamp);

public enum EventKind
{
    Watched = 1,
    Clicked = 2,
    Liked = 3,
}

/// <param name="Timestamp">Seconds since 1970 UTC.</param>
/// <param name="Key">The client's own name for the event, so that a repeated request adds nothing; null: every one counts.</param>
public sealed record StoredEvent(int MovieId, EventKind Kind, long Timestamp, string? Key = null);
