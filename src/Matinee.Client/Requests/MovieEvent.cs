using System.Text.Json.Serialization;

namespace Matinee.Client;

/// <summary>What a user did with a movie without rating it.</summary>
public enum EventType
{
    /// <summary>Weighs 1: the movie counts as if rated with the user's mean, and is seen.</summary>
    [JsonStringEnumMemberName("watched")]
    Watched,

    /// <summary>Weighs 1: the movie counts as if rated with 4.5 stars at least, and is seen.</summary>
    [JsonStringEnumMemberName("liked")]
    Liked,

    /// <summary>Weighs a quarter; the movie is not seen.</summary>
    [JsonStringEnumMemberName("clicked")]
    Clicked,
}

/// <summary>One thing that a user did with a movie.</summary>
/// <param name="Timestamp">When; null: now.</param>
/// <param name="Key">A name of your own for the event, at most 100 characters: sent again, it is not counted again.</param>
/// <param name="RecommendationId">
/// <see cref="Recommendations.RecommendationId"/> of the list that the user found the movie in; null: none. It shows how good the model
/// is (<see cref="ModelFacts.Online"/>).
/// </param>
public sealed record MovieEvent(
    MovieRef MovieId,
    EventType Type,
    DateTimeOffset? Timestamp = null,
    string? Key = null,
    string? RecommendationId = null
);
