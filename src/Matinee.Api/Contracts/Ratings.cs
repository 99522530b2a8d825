using System.Text.Json.Serialization;
using Matinee.Core.Catalog;

namespace Matinee.Api.Contracts;

/// <summary>The stars that a user gives a movie.</summary>
public sealed record RatingBody
{
    /// <summary>Half stars, 0.5 to 5.</summary>
    [JsonRequired]
    public double Rating { get; init; }

    /// <summary>Seconds since 1970 UTC; default: now, or as it was where the same stars are given again.</summary>
    public long? Timestamp { get; init; }

    /// <summary>The list that the user found the movie in, if any.</summary>
    public string? RecommendationId { get; init; }
}

/// <summary>A movie and its stars.</summary>
public sealed record RatingOfMovie
{
    [JsonRequired]
    public MovieReference MovieId { get; init; }

    /// <summary>Half stars, 0.5 to 5.</summary>
    [JsonRequired]
    public double Rating { get; init; }

    /// <summary>Seconds since 1970 UTC; default: now.</summary>
    public long? Timestamp { get; init; }
}

/// <summary>Several ratings of distinct movies: all are stored, or none.</summary>
public sealed record RatingsBody
{
    /// <summary>1 to 10 000.</summary>
    [JsonRequired]
    public IReadOnlyList<RatingOfMovie> Ratings { get; init; } = [];

    /// <summary>The list that the user found some of these movies in, if any.</summary>
    public string? RecommendationId { get; init; }
}

/// <param name="Stored">How many ratings the request set.</param>
/// <param name="TotalRatings">How many the user has now.</param>
public sealed record StoredRatings(int Stored, int TotalRatings);

/// <summary>A page of a user's ratings, the latest first.</summary>
public sealed record RatingsPage
{
    /// <summary>On all pages.</summary>
    public required int TotalRatings { get; init; }

    public required IReadOnlyList<RatedMovie> Ratings { get; init; }

    /// <summary>The <c>offset</c> of the next page; null on the last.</summary>
    public required int? NextOffset { get; init; }
}
