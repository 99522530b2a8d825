using System.Buffers;
using System.Globalization;
using Matinee.Core.Catalog.Facets;
using Matinee.Imports.Libraries;

namespace Matinee.Imports.Exports;

/// <summary>
/// What Letterboxd imports (letterboxd.com/about/importing-data): a film is found by its number at TMDB or IMDb, else by title and
/// year.
/// </summary>
internal static class LetterboxdTable
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    public static void Write(TextWriter writer, IReadOnlyList<ExportedFilm> films)
    {
        writer.WriteLine("tmdbID,imdbID,Title,Year,Rating,WatchedDate,MatineeID");
        foreach (ExportedFilm film in films)
        {
            TitleParts title = ReadingTitle.Split(RowText.OnOneLine(film.Title));
            writer.WriteLine(
                string.Join(
                    ',',
                    Number(film.TmdbId),
                    FilmExport.ImdbId(film),
                    Cell(title.Main),
                    Number(film.Year ?? title.FirstYear),
                    film.Stars?.ToString(CultureInfo.InvariantCulture),
                    film.Stars is null ? "" : Date(film.Time),
                    Number(film.MovieId)
                )
            );
        }
    }

    // A spreadsheet would run a cell that begins as a formula. A space in front makes it text, and readers trim it; the usual apostrophe would become part of the title, and Letterboxd find no film by it.
    private static string Cell(string text)
    {
        text = text is ['=' or '+' or '-' or '@', ..] ? $" {text}" : text;
        return text.AsSpan().ContainsAny(Quoted) || text.StartsWith(' ')
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
    }

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Date(long? time) =>
        time is { } seconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : "";
}
