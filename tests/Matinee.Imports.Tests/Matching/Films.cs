using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Data.Raw;

namespace Matinee.Imports.Tests.Matching;

/// <summary>Small catalogues and films to look for in them.</summary>
internal static class Films
{
    /// <param name="titles">As MovieLens writes them; the nth has the id 10 (n + 1).</param>
    public static MovieCatalog Catalog(params string[] titles) =>
        Catalog([.. titles.Select(title => new Movie { Id = new ItemId(0), Title = title })]);

    /// <param name="movies">Their ids and, where none is given, years are filled in.</param>
    public static MovieCatalog Catalog(params Movie[] movies) =>
        new(
            [
                .. movies.Select(
                    (movie, n) =>
                        movie with
                        {
                            Id = new ItemId(10 * (n + 1)),
                            Year = movie.Year ?? MovieTitle.Year(movie.Title),
                        }
                ),
            ],
            movies.Length
        );

    public static ImportedFilm Film(string title, int? year = null, int line = 2) =>
        new()
        {
            Rows = [new ImportedRow(new ImportPlace("films.csv", line)) { Title = title, Year = year }],
            Title = title,
            Year = year,
        };
}
