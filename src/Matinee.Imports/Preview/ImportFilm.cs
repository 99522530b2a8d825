using Matinee.Core.Catalog;
using Matinee.Imports.Matching;

namespace Matinee.Imports.Preview;

/// <summary>A film of the file, and which movie of the catalogue it is.</summary>
public sealed record ImportFilm
{
    /// <summary>Its first row, and its name in <c>choices</c>: <c>ratings.csv:12</c>.</summary>
    public required string Key { get; init; }

    /// <summary>All rows about it.</summary>
    public required IReadOnlyList<string> Rows { get; init; }

    /// <summary>As the file has it; empty where it has numbers alone.</summary>
    public required string Title { get; init; }

    public required int? Year { get; init; }

    /// <summary>Half stars, 0.5 to 5; null: not rated.</summary>
    public required float? Rating { get; init; }

    public required bool Watched { get; init; }
    public required bool Liked { get; init; }
    public required bool Wanted { get; init; }
    public required bool Owned { get; init; }

    /// <summary><c>matched</c>, <c>ambiguous</c>, <c>unknown</c> or <c>left-out</c>.</summary>
    public required string Status { get; init; }

    /// <summary>
    /// What it was recognised by: <c>choice</c>, <c>imdb-number</c>, <c>tmdb-number</c>, <c>movie-lens-number</c>, <c>title-and-year</c>,
    /// <c>title-and-near-year</c>, <c>title</c> or <c>near-title</c>; null where it was not.
    /// </summary>
    public required string? By { get; init; }

    /// <summary>A sentence about what is doubtful, or which row counts in its place; null: nothing to say.</summary>
    public required string? Note { get; init; }

    /// <summary>The movie; null unless matched.</summary>
    public required ImportMovie? Movie { get; init; }

    /// <summary>What an ambiguous film may be, the likeliest first, five at most.</summary>
    public required IReadOnlyList<ImportMovie> Candidates { get; init; }

    internal static ImportFilm Of(PlannedFilm planned, MovieCatalog catalog) =>
        new()
        {
            Key = planned.Film.Key,
            Rows = [.. planned.Film.Rows.Select(row => row.Place.ToString())],
            Title = planned.Film.Title,
            Year = planned.Film.Year,
            Rating = planned.Film.Stars,
            Watched = planned.Film.Facts.HasFlag(FilmFacts.Watched),
            Liked = planned.Film.Facts.HasFlag(FilmFacts.Liked),
            Wanted = planned.Film.Facts.HasFlag(FilmFacts.Wanted),
            Owned = planned.Film.Facts.HasFlag(FilmFacts.Owned),
            Status = ImportWords.Of(planned.Match.Status),
            By = planned.Match.By is { } by ? ImportWords.Of(by) : null,
            Note = planned.Note ?? planned.Match.Note,
            Movie = planned.Match.Item is { } item ? ImportMovie.Of(item, catalog) : null,
            Candidates = [.. planned.Match.Candidates.Select(candidate => ImportMovie.Of(candidate, catalog))],
        };
}
