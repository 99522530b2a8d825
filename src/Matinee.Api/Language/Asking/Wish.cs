namespace Matinee.Api.Language.Asking;

/// <summary>What a reader made of a text, unchecked: every value is as it would stand in a query.</summary>
internal sealed record Wish
{
    /// <summary>Names, perhaps of no genre that there is.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];

    public IReadOnlyList<string> ExcludedGenres { get; init; } = [];
    public string? YearMin { get; init; }
    public string? YearMax { get; init; }
    public string? Limit { get; init; }
    public string? Diversity { get; init; }
    public string? Popularity { get; init; }
    public string? Query { get; init; }

    /// <summary>A title.</summary>
    public string? Like { get; init; }
}
