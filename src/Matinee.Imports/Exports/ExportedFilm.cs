using Matinee.Core.Catalog;
using Matinee.Core.Catalog.Facets;

namespace Matinee.Imports.Exports;

/// <summary>A film as it is written for others.</summary>
/// <param name="Title">As people say it, without year and other titles.</param>
/// <param name="ImdbId">With <c>tt</c>: <c>tt0114709</c>.</param>
/// <param name="Stars">0.5 to 5; null: not rated.</param>
/// <param name="Time">When it was rated, in seconds since 1970 UTC; null: not known.</param>
public sealed record ExportedFilm(
    int MovieId,
    string Title,
    int? Year,
    string? ImdbId,
    int? TmdbId,
    float? Stars,
    long? Time
)
{
    public static ExportedFilm Of(Movie movie, float? stars, long? time)
    {
        TitleParts title = ReadingTitle.Split(movie.Title);
        return new ExportedFilm(
            movie.Id.Value,
            title.Main,
            movie.Year ?? title.FirstYear,
            string.IsNullOrEmpty(movie.ImdbId) ? null : $"tt{movie.ImdbId}",
            movie.TmdbId,
            stars,
            time
        );
    }
}
