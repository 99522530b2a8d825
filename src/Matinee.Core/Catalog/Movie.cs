using Matinee.Core.Interactions;

namespace Matinee.Core.Catalog;

/// <summary>What a movie says about itself.</summary>
public sealed record Movie
{
    public required ItemId Id { get; init; }

    /// <summary>The title as the source states it, trimmed, year included: <c>Toy Story (1995)</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Release year; the first one of a range; null where the title names none.</summary>
    public int? Year { get; init; }

    /// <summary>Genre names in source order; empty where the source lists none.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>Tags, most applied first, then by text; empty below the tag threshold.</summary>
    public IReadOnlyList<MovieTag> Tags { get; init; } = [];

    /// <summary>IMDb number with its leading zeros, without <c>tt</c>: <c>0114709</c>.</summary>
    public string? ImdbId { get; init; }

    public int? TmdbId { get; init; }

    /// <summary>What happens in it, on one line; null where the source says nothing.</summary>
    public string? Plot { get; init; }
}

/// <param name="Text">Trimmed; spellings that differ only by case are one tag.</param>
/// <param name="Applications">How many times users applied it to the movie.</param>
public readonly record struct MovieTag(string Text, int Applications);
