using System.Text.Json.Serialization;

namespace Matinee.Api.Contracts;

/// <summary>People who watch together.</summary>
public sealed record GroupBody
{
    /// <summary>1 to 20.</summary>
    [JsonRequired]
    public IReadOnlyList<GroupMember> Members { get; init; } = [];

    /// <summary>
    /// <c>average</c>: the mean of what a movie is to each; <c>least-misery</c>: what it is to the one who wants it least. Default:
    /// average.
    /// </summary>
    public string? Strategy { get; init; }
}

/// <summary>One of the people: a user, or a visitor with ratings.</summary>
public sealed record GroupMember
{
    /// <summary>Null for a visitor.</summary>
    public int? UserId { get; init; }

    /// <summary>A visitor's, at most 10 000 in all members together; must be null beside a user id.</summary>
    public IReadOnlyList<RatingOfMovie>? Ratings { get; init; }
}

/// <summary>One list for several people.</summary>
public sealed record GroupAnswer
{
    /// <summary>How their wishes became one: <c>average</c> or <c>least-misery</c>.</summary>
    public required string Strategy { get; init; }

    /// <summary>The people, as they were given: their user ids, null for visitors.</summary>
    public required IReadOnlyList<int?> Members { get; init; }

    /// <summary>
    /// Names this list: sent along with what people do with its movies (ratings, events), it shows how good the model is
    /// (<c>GET /api/model</c>, <c>online</c>). Null for an empty list.
    /// </summary>
    public string? RecommendationId { get; init; }

    /// <summary>Best for all together first.</summary>
    public required IReadOnlyList<GroupRecommendedMovie> Recommendations { get; init; }
}

/// <summary>A movie that several people might like together.</summary>
public sealed record GroupRecommendedMovie
{
    public required int Id { get; init; }
    public required string Title { get; init; }
    public required IReadOnlyList<string> Genres { get; init; }

    /// <summary>Null where it is not known.</summary>
    public required int? Year { get; init; }

    /// <summary>The members' relevances as the strategy makes them one.</summary>
    public required double Score { get; init; }

    /// <summary>The mean of the members' predicted ratings.</summary>
    public required double PredictedRating { get; init; }

    /// <summary>What the movie is to each, in the order they were given.</summary>
    public required IReadOnlyList<GroupMemberScore> Members { get; init; }
}

/// <param name="UserId">Null for a visitor.</param>
/// <param name="Relevance">1 for the member's best candidate, 0 for the 500th, below 0 for what comes after.</param>
/// <param name="PredictedRating">The stars that the member would probably give.</param>
/// <param name="Confidence">How probable a rating within one star of that is; null where the model knows no spread.</param>
public sealed record GroupMemberScore(int? UserId, double Relevance, double PredictedRating, double? Confidence);
