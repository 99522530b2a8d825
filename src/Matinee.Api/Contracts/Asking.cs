using System.Text.Json.Serialization;

namespace Matinee.Api.Contracts;

/// <summary>A wish in a person's own words.</summary>
public sealed record AskBody
{
    /// <summary>1 to 1 000 characters.</summary>
    [JsonRequired]
    public string Text { get; init; } = "";

    /// <summary>Whose wish it is; null for a visitor.</summary>
    public int? UserId { get; init; }

    /// <summary>A visitor's, at most 10 000; must be null beside a user id.</summary>
    public IReadOnlyList<RatingOfMovie>? Ratings { get; init; }
}

/// <summary>What was understood, and the list that follows from it.</summary>
public sealed record AskAnswer
{
    /// <summary>Null for a visitor.</summary>
    public required int? UserId { get; init; }

    public required AskedFilters Filters { get; init; }

    /// <summary>Who read the text: <c>model</c>, a language model, or <c>rules</c>.</summary>
    public required string ReadBy { get; init; }

    /// <summary>What was read and could not be used, and why.</summary>
    public required IReadOnlyList<string> Ignored { get; init; }

    /// <summary>Best first.</summary>
    public required IReadOnlyList<RecommendedMovie> Recommendations { get; init; }

    internal const string ByModel = "model";
    internal const string ByRules = "rules";
}

/// <summary>A wish as the parameters of a list.</summary>
public sealed record AskedFilters
{
    /// <summary>A movie has one of them; empty: any.</summary>
    public required IReadOnlyList<string> Genres { get; init; }

    /// <summary>A movie has none of them.</summary>
    public required IReadOnlyList<string> ExcludedGenres { get; init; }

    /// <summary>First release year.</summary>
    public required int? YearMin { get; init; }

    /// <summary>Last release year.</summary>
    public required int? YearMax { get; init; }

    public required int Limit { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Diversity { get; init; }

    /// <summary>-1 (little-known) to 1 (well-known).</summary>
    public required double Popularity { get; init; }

    /// <summary>What the movies are about: the list is of the 100 that search finds for it.</summary>
    public required string? Query { get; init; }

    /// <summary>A movie that they are like: the list is of the 100 most alike.</summary>
    public required AskedMovie? Like { get; init; }
}

public sealed record AskedMovie(int Id, string Title);
