using System.Text.Json.Serialization;
using Matinee.Api.Store;
using Matinee.Core.Catalog;

namespace Matinee.Api.Contracts;

/// <summary>A user.</summary>
public sealed record UserAnswer
{
    public required int Id { get; init; }

    /// <summary>Whether the id was given out here; else the user comes from the training data.</summary>
    public required bool IsNew { get; init; }

    /// <summary>Seconds since 1970 UTC; null for a user of the training data.</summary>
    public required long? CreatedAt { get; init; }

    public required int TotalRatings { get; init; }

    /// <summary>Movies never to recommend.</summary>
    public required int Hidden { get; init; }

    /// <summary>Length of the allow-list; null: any movie may be recommended.</summary>
    public required int? AllowList { get; init; }

    public required int Events { get; init; }
    public required UserProfile UserProfile { get; init; }
}

/// <summary>What a new user brings.</summary>
public sealed record NewUserBody
{
    /// <summary>At most 10 000, of distinct movies.</summary>
    public IReadOnlyList<RatingOfMovie>? Ratings { get; init; }
}

/// <summary>Movies by their ids.</summary>
public sealed record MovieIdsAnswer(IReadOnlyList<int> MovieIds);

/// <summary>The only movies to recommend; null: any.</summary>
public sealed record AllowListAnswer(IReadOnlyList<int>? MovieIds);

/// <summary>The only movies to recommend.</summary>
public sealed record AllowListBody
{
    /// <summary>At most 100 000.</summary>
    [JsonRequired]
    public IReadOnlyList<MovieReference> MovieIds { get; init; } = [];
}

/// <summary>The stored list.</summary>
/// <param name="MovieIds">Ascending.</param>
/// <param name="Unknown">Movies of the request that the catalogue lacks; they are not stored.</param>
public sealed record StoredAllowList(IReadOnlyList<int> MovieIds, IReadOnlyList<string> Unknown);

/// <summary>What a user did.</summary>
public sealed record EventsBody
{
    /// <summary>1 to 1 000.</summary>
    [JsonRequired]
    public IReadOnlyList<EventBody> Events { get; init; } = [];
}

/// <summary>One thing that a user did with a movie.</summary>
public sealed record EventBody
{
    [JsonRequired]
    public MovieReference MovieId { get; init; }

    /// <summary>
    /// <c>watched</c> and <c>liked</c> weigh 1, <c>clicked</c> a quarter. A movie that the user has not rated counts in the history from
    /// a weight of 1 on, as if rated with the user's mean, a liked one with 4.5 stars at least. A watched or liked movie is seen; a
    /// clicked one is not.
    /// </summary>
    [JsonRequired]
    [JsonConverter(typeof(EventKindConverter))]
    public EventKind Type { get; init; }

    /// <summary>Seconds since 1970 UTC; default: now.</summary>
    public long? Timestamp { get; init; }

    /// <summary>A name of your own for the event, at most 100 characters: sent again, it is not counted again.</summary>
    public string? Key { get; init; }

    /// <summary>The list that the user found the movie in, if any.</summary>
    public string? RecommendationId { get; init; }
}

/// <param name="Added">Events that were new.</param>
/// <param name="Total">All of the user's.</param>
public sealed record StoredEvents(int Added, int Total);

/// <summary>Everything that is known about a user.</summary>
public sealed record UserExport
{
    public required int Id { get; init; }
    public required bool IsNew { get; init; }

    /// <summary>Seconds since 1970 UTC; null for a user of the training data.</summary>
    public required long? CreatedAt { get; init; }

    /// <summary>When this was written, seconds since 1970 UTC.</summary>
    public required long ExportedAt { get; init; }

    /// <summary>Ratings that count, by movie id.</summary>
    public required IReadOnlyList<ExportedRating> Ratings { get; init; }

    /// <summary>Movies whose rating in the training data was removed.</summary>
    public required IReadOnlyList<int> RemovedRatings { get; init; }

    /// <summary>Movies never to recommend.</summary>
    public required IReadOnlyList<int> Hidden { get; init; }

    /// <summary>The only movies to recommend; null: any.</summary>
    public required IReadOnlyList<int>? AllowList { get; init; }

    public required IReadOnlyList<ExportedEvent> Events { get; init; }
    public required UserProfile UserProfile { get; init; }
}

/// <param name="Title">Null where the loaded bundle does not know the movie.</param>
/// <param name="Source"><c>user</c>: given here; <c>training</c>: from the model's training data.</param>
public sealed record ExportedRating(int MovieId, string? Title, float Rating, long Timestamp, string Source);

public sealed record ExportedEvent(
    int MovieId,
    [property: JsonConverter(typeof(EventKindConverter))] EventKind Type,
    long Timestamp,
    string? Key
);
