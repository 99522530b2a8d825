using System.Text.Json.Serialization;

namespace Matinee.Client;

/// <summary>One list for several people.</summary>
public sealed record GroupRecommendations
{
    /// <summary>How their wishes became one: <c>average</c> or <c>least-misery</c>.</summary>
    public string Strategy
    {
        get => field ?? "";
        init;
    }

    /// <summary>The people, as they were given: their user ids, null for visitors.</summary>
    public IReadOnlyList<int?> Members
    {
        get => field ?? [];
        init;
    }

    /// <summary>
    /// Names this list: send it along with what people do with its movies (ratings, events), and <see cref="ModelFacts.Online"/> shows
    /// how good the model is. Null for an empty list.
    /// </summary>
    public string? RecommendationId { get; init; }

    /// <summary>Best for all together first.</summary>
    [JsonPropertyName("recommendations")]
    public IReadOnlyList<GroupRecommendedMovie> Movies
    {
        get => field ?? [];
        init;
    }
}

/// <summary>A movie that several people might like together.</summary>
public sealed record GroupRecommendedMovie
{
    public int Id { get; init; }
    public string Title
    {
        get => field ?? "";
        init;
    }
    public IReadOnlyList<string> Genres
    {
        get => field ?? [];
        init;
    }

    /// <summary>Null where it is not known.</summary>
    public int? Year { get; init; }

    /// <summary>The members' relevances as the strategy makes them one.</summary>
    public double Score { get; init; }

    /// <summary>The mean of the members' predicted ratings.</summary>
    public double PredictedRating { get; init; }

    /// <summary>What the movie is to each, in the order they were given.</summary>
    public IReadOnlyList<GroupMemberScore> Members
    {
        get => field ?? [];
        init;
    }
}

/// <param name="UserId">Null for a visitor.</param>
/// <param name="Relevance">1 for the member's best candidate, 0 for the 500th, below 0 for what comes after.</param>
/// <param name="PredictedRating">The stars that the member would probably give.</param>
/// <param name="Confidence">How probable a rating within one star of that is; null where the model knows no spread.</param>
public sealed record GroupMemberScore(int? UserId, double Relevance, double PredictedRating, double? Confidence);
