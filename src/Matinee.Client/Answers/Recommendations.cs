using System.Text.Json.Serialization;

namespace Matinee.Client;

/// <summary>What someone is like, what they liked, and what they might like next.</summary>
public sealed record Recommendations
{
    /// <summary>Null for a visitor.</summary>
    public int? UserId { get; init; }

    public UserProfile UserProfile
    {
        get => field ?? new();
        init;
    }

    /// <summary>The ten best rated movies; where stars tie, the latest first.</summary>
    public IReadOnlyList<RatedMovie> TopRatedMovies
    {
        get => field ?? [];
        init;
    }

    /// <summary>The ten best rated movies, at least 3.5 stars, of the 90 days before the last rating.</summary>
    public IReadOnlyList<RatedMovie> RecentFavorites
    {
        get => field ?? [];
        init;
    }

    /// <summary>
    /// Names this list: send it along with what people do with its movies (ratings, events), and <see cref="ModelFacts.Online"/> shows
    /// how good the model is. Null for an empty list.
    /// </summary>
    public string? RecommendationId { get; init; }

    /// <summary>The list, best first.</summary>
    [JsonPropertyName("recommendations")]
    public IReadOnlyList<RecommendedMovie> Movies
    {
        get => field ?? [];
        init;
    }
}

/// <summary>A movie that someone might like.</summary>
public sealed record RecommendedMovie
{
    /// <summary>The MovieLens id.</summary>
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

    /// <summary>The stars that they would probably give, 0.5 to 5.</summary>
    public double PredictedRating { get; init; }

    /// <summary>How probable it is that their rating would lie within one star of that, 0 to 1; null where the model knows no spread.</summary>
    public double? Confidence { get; init; }

    /// <summary>What the model ranks by; only its order means something.</summary>
    public double Score { get; init; }

    /// <summary>Why: at most four, the main one first; null where they were not asked for.</summary>
    public IReadOnlyList<Reason>? Reasons { get; init; }

    /// <summary>The reasons as one sentence of at most 240 characters; null unless asked for (<see cref="RecommendationOptions.InWords"/>).</summary>
    public string? Why { get; init; }

    /// <summary>Who worded it: <c>model</c>, a language model whose sentence was checked, or <c>template</c>; null where there is none.</summary>
    public string? WhySource { get; init; }
}

/// <summary>One thing that a recommendation rests on; what its kind lacks is null.</summary>
public sealed record Reason
{
    /// <summary><c>rated-movie</c>, <c>popularity</c>, <c>rated-well</c> or <c>texts</c>; later servers may know more.</summary>
    public string Kind
    {
        get => field ?? "";
        init;
    }

    /// <summary>In words: <c>you liked Alien (1979) ★4.5</c>.</summary>
    public string Text
    {
        get => field ?? "";
        init;
    }

    /// <summary>Its part of everything that speaks for the movie, above 0 and at most 1.</summary>
    public double Share { get; init; }

    /// <summary>The rated movie's MovieLens id.</summary>
    public int? MovieId { get; init; }

    public string? Title { get; init; }

    /// <summary>The person's stars for it.</summary>
    public double? Rating { get; init; }

    public bool? Liked { get; init; }

    /// <summary>What people gave it on average.</summary>
    public double? Stars { get; init; }

    public int? Raters { get; init; }
    public int? Users { get; init; }

    /// <summary>The movie's texts that speak for it, the main one first.</summary>
    public IReadOnlyList<NamedText>? Named { get; init; }
}

/// <summary>What a movie says about itself that speaks for it.</summary>
/// <param name="Kind"><c>title</c>, <c>genres</c>, <c>tag</c> or <c>plot</c>.</param>
/// <param name="Part">Of what the movie's texts add to its score together, 0 to 1.</param>
/// <param name="Attention">Its share of the history's attention to the movie's texts, 0 to 1.</param>
public sealed record NamedText(string Kind, string Text, double Part, double Attention);
