using System.Text.Json.Serialization;

namespace Matinee.Client;

/// <summary>What was understood of a wish, and the list that follows from it.</summary>
public sealed record AskedRecommendations
{
    /// <summary>Null for a visitor.</summary>
    public int? UserId { get; init; }

    public AskedFilters Filters
    {
        get => field ?? new();
        init;
    }

    /// <summary>Who read the wish: <c>model</c>, a language model, or <c>rules</c>.</summary>
    public string ReadBy
    {
        get => field ?? "";
        init;
    }

    /// <summary>What was read and could not be used, and why.</summary>
    public IReadOnlyList<string> Ignored
    {
        get => field ?? [];
        init;
    }

    /// <summary>The list, best first.</summary>
    [JsonPropertyName("recommendations")]
    public IReadOnlyList<RecommendedMovie> Movies
    {
        get => field ?? [];
        init;
    }
}

/// <summary>A wish as the options of a list.</summary>
public sealed record AskedFilters
{
    /// <summary>A movie has one of them; empty: any.</summary>
    public IReadOnlyList<string> Genres
    {
        get => field ?? [];
        init;
    }

    /// <summary>A movie has none of them.</summary>
    public IReadOnlyList<string> ExcludedGenres
    {
        get => field ?? [];
        init;
    }

    /// <summary>First release year.</summary>
    public int? YearMin { get; init; }

    /// <summary>Last release year.</summary>
    public int? YearMax { get; init; }

    public int Limit { get; init; }

    /// <summary>0 to 1.</summary>
    public double Diversity { get; init; }

    /// <summary>−1 (little-known) to 1 (well-known).</summary>
    public double Popularity { get; init; }

    /// <summary>What the movies are about: the list is of the 100 that search finds for it.</summary>
    public string? Query { get; init; }

    /// <summary>A movie that they are like: the list is of the 100 most alike.</summary>
    public AskedMovie? Like { get; init; }
}

/// <param name="Id">The MovieLens id.</param>
public sealed record AskedMovie(int Id, string Title);
