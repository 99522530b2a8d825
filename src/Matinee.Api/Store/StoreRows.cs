namespace Matinee.Api.Store;

/// <summary>A user of whom something is stored; the row stays when the user is erased, so that the id stays taken.</summary>
internal sealed class UserRow
{
    public required int Id { get; init; }
    public bool IsNew { get; init; }
    public bool IsErased { get; init; }
    public long CreatedAt { get; init; }

    /// <summary>Set as a whole, so kept as a whole; null: any movie.</summary>
    public int[]? AllowList { get; init; }
}

internal sealed class RatingRow
{
    public required int UserId { get; init; }
    public required int MovieId { get; init; }

    /// <summary>Null where the rating was removed.</summary>
    public float? Stars { get; init; }

    public long Timestamp { get; init; }
}

internal sealed class HiddenRow
{
    public required int UserId { get; init; }
    public required int MovieId { get; init; }
}

internal sealed class EventRow
{
    public required int UserId { get; init; }

    /// <summary>0, 1, 2, ... per user, in the order of arrival.</summary>
    public required int Number { get; init; }

    public int MovieId { get; init; }
    public EventKind Kind { get; init; }
    public long Timestamp { get; init; }
    public string? Key { get; init; }
}

internal sealed class MovieRow
{
    public required int Id { get; init; }
    public required string Title { get; init; }
    public int? Year { get; init; }
    public string[] Genres { get; init; } = [];
    public string[] Tags { get; init; } = [];
    public string? ImdbId { get; init; }
    public int? TmdbId { get; init; }
    public string? Plot { get; init; }
    public long AddedAt { get; init; }
}
