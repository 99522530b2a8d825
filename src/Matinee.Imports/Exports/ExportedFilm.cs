namespace Matinee.Imports.Exports;

/// <summary>A film of a person's list, on its way out.</summary>
/// <param name="MovieId">In the catalogue that it comes from; where that is MovieLens's, MovieLens's.</param>
/// <param name="Title">As the catalogue writes it: <c>Matrix, The (1999)</c>.</param>
/// <param name="ImdbId">With or without <c>tt</c>.</param>
/// <param name="Stars">Half stars, 0.5 to 5; null: watched, not rated.</param>
/// <param name="Time">When it was rated, in seconds since 1970 UTC; null: not known.</param>
public sealed record ExportedFilm(
    int MovieId,
    string Title,
    int? Year,
    string? ImdbId,
    int? TmdbId,
    float? Stars,
    long? Time
);
