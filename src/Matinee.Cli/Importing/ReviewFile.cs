using System.Globalization;
using Matinee.Core.Catalog;
using Matinee.Data;
using Matinee.Imports.Matching;

namespace Matinee.Cli.Importing;

/// <summary>
/// The films that a person has to decide about, as a CSV with a column to fill in, <c>movieId</c>, which <see cref="ChoicesFile"/> reads: a
/// number chooses a movie, a dash leaves the film out, and what stays empty stays undecided.
/// </summary>
internal static class ReviewFile
{
    /// <summary>Ambiguous films first, then unknown ones, each in the file's order.</summary>
    public static void Write(string path, ImportPlan plan, MovieCatalog catalog) =>
        ImportOutputs.WriteLines(
            path,
            "film,title,year,movieId,candidates",
            plan.Films.Where(IsOpen)
                .OrderBy(film => film.Match.Status == MatchStatus.Unknown)
                .Select(film => Line(film, catalog))
        );

    public static bool IsOpen(PlannedFilm film) => film.Match.Status is MatchStatus.Ambiguous or MatchStatus.Unknown;

    private static string Line(PlannedFilm film, MovieCatalog catalog) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{CsvCell.Of(film.Film.Key)},{CsvCell.Of(film.Film.Title)},{film.Film.Year},,{CsvCell.Of(Candidates(film.Match, catalog))}"
        );

    private static string Candidates(FilmMatch match, MovieCatalog catalog) =>
        string.Join("; ", match.Candidates.Select(item => $"{catalog[item].Id} {catalog[item].Title}"));
}
