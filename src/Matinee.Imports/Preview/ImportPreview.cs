using Matinee.Core.Catalog;
using Matinee.Imports.Matching;

namespace Matinee.Imports.Preview;

/// <summary>What a file would bring, film by film.</summary>
public sealed record ImportPreview
{
    /// <summary>Where the file comes from: <c>letterboxd</c>, <c>imdb</c>, <c>trakt</c>, <c>tmdb</c>, <c>movie-lens</c>, <c>jellyfin</c>, <c>nfo</c>, <c>plex</c> or <c>matinee</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The same for people.</summary>
    public required string SourceName { get; init; }

    /// <summary>Tells this preview from any other: sent along with the import, it makes sure that just this is stored.</summary>
    public required string Digest { get; init; }

    /// <summary>Sentences: how stars were rescaled, which files were not read.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    public required ImportRows Rows { get; init; }

    /// <summary>Movies that would be rated.</summary>
    public required int Ratings { get; init; }

    /// <summary>Movies that were watched.</summary>
    public required int Watched { get; init; }

    /// <summary>Movies with a heart.</summary>
    public required int Liked { get; init; }

    /// <summary>Movies on the watchlist.</summary>
    public required int Wanted { get; init; }

    /// <summary>Movies in the library.</summary>
    public required int Owned { get; init; }

    /// <summary>In the file's order.</summary>
    public required IReadOnlyList<ImportFilm> Films { get; init; }

    /// <summary>Rows that say nothing about a film.</summary>
    public required IReadOnlyList<ImportSkippedRow> Skipped { get; init; }

    /// <param name="digest">Of the plan without choices.</param>
    public static ImportPreview Of(ImportPlan plan, string digest, MovieCatalog catalog) =>
        new()
        {
            Source = ImportWords.Of(plan.Source),
            SourceName = ImportSources.NameOf(plan.Source),
            Digest = digest,
            Notes = plan.Notes,
            Rows = new ImportRows(
                plan.Counts.Rows,
                plan.Counts.Matched,
                plan.Counts.Ambiguous,
                plan.Counts.Unknown,
                plan.Counts.LeftOut,
                plan.Counts.Skipped
            ),
            Ratings = plan.Ratings.Count,
            Watched = plan.Watched.Count,
            Liked = plan.Liked.Count,
            Wanted = plan.Wanted.Count,
            Owned = plan.Owned.Count,
            Films = [.. plan.Films.Select(film => ImportFilm.Of(film, catalog))],
            Skipped = [.. plan.Skipped.Select(row => new ImportSkippedRow(row.Place.ToString(), row.What, row.Reason))],
        };
}
