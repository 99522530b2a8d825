using Matinee.Core.Ranking;

namespace Matinee.Api.Contracts;

/// <summary>What a user is like, what they liked, and what they might like next.</summary>
public sealed record RecommendationsAnswer
{
    /// <summary>Null for a visitor who sent ratings along.</summary>
    public required int? UserId { get; init; }

    public required UserProfile UserProfile { get; init; }

    /// <summary>The ten best rated movies; where stars tie, the latest first.</summary>
    public required IReadOnlyList<RatedMovie> TopRatedMovies { get; init; }

    /// <summary>
    /// The ten best rated movies, at least 3.5 stars, of the 90 days before the user's last rating: "recent" is by the user's own
    /// clock, not by today's.
    /// </summary>
    public required IReadOnlyList<RatedMovie> RecentFavorites { get; init; }

    /// <summary>
    /// Names this list: sent along with what people do with its movies (ratings, events), it shows how good the model is
    /// (<c>GET /api/model</c>, <c>online</c>). Null for an empty list.
    /// </summary>
    public string? RecommendationId { get; init; }

    /// <summary>Best first.</summary>
    public required IReadOnlyList<RecommendedMovie> Recommendations { get; init; }
}

/// <summary>A movie that a user rated.</summary>
public sealed record RatedMovie
{
    /// <summary>The MovieLens id.</summary>
    public required int Id { get; init; }

    public required string Title { get; init; }
    public required IReadOnlyList<string> Genres { get; init; }

    /// <summary>Null where it is not known.</summary>
    public required int? Year { get; init; }

    /// <summary>Stars, 0.5 to 5.</summary>
    public required float Rating { get; init; }

    /// <summary>When it was rated, seconds since 1970 UTC.</summary>
    public required long Timestamp { get; init; }
}

/// <summary>A movie that a user might like.</summary>
public sealed record RecommendedMovie
{
    /// <summary>The MovieLens id.</summary>
    public required int Id { get; init; }

    public required string Title { get; init; }
    public required IReadOnlyList<string> Genres { get; init; }

    /// <summary>Null where it is not known.</summary>
    public required int? Year { get; init; }

    /// <summary>The stars that the user would probably give, 0.5 to 5.</summary>
    public required double PredictedRating { get; init; }

    /// <summary>
    /// How probable it is that the user's rating would lie within one star of the predicted one, 0 to 1; null where the model knows
    /// no spread.
    /// </summary>
    public required double? Confidence { get; init; }

    /// <summary>What the model ranks by; only its order means something.</summary>
    public required double Score { get; init; }

    /// <summary>Why: at most four, the main one first; null where <c>explain=false</c>, empty where nothing speaks for it but its rank.</summary>
    public required IReadOnlyList<ReasonJson>? Reasons { get; init; }

    /// <summary>The reasons as one sentence of at most 240 characters; null unless <c>reasons=words</c>.</summary>
    public string? Why { get; init; }

    /// <summary>Who worded it: <c>model</c>, a language model whose sentence was checked, or <c>template</c>; null where there is none.</summary>
    public string? WhySource { get; init; }

    internal const string ByModel = "model";
    internal const string ByTemplate = "template";
}
