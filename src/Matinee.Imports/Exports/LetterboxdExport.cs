using System.Globalization;

namespace Matinee.Imports.Exports;

/// <summary>
/// The CSV that Letterboxd imports (https://letterboxd.com/about/importing-data/), quoted after RFC 4180, and a column of ours that it passes over.
/// </summary>
internal static class LetterboxdExport
{
    public static int Write(Stream stream, IReadOnlyList<ExportedFilm> films)
    {
        int left = 0;
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine("tmdbID,imdbID,Title,Year,Rating,WatchedDate,MatineeID");
        foreach (ExportedFilm film in films)
        {
            if (film is { TmdbId: null, ImdbId: null } && string.IsNullOrWhiteSpace(film.Title))
            {
                left++;
                continue;
            }

            writer.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{film.TmdbId},{film.ImdbId},{Quoted(SpreadsheetText.Of(film.Title))},{film.Year},{film.Stars},{WatchedDate(film)},{film.MovieId}"
                )
            );
        }

        return left;
    }

    // A film that isn't rated has no day on which it was seen: its time is that of something else.
    private static string? WatchedDate(ExportedFilm film) =>
        film is { Stars: not null, Time: { } time }
            ? DateTimeOffset.FromUnixTimeSeconds(time).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") || text != text.Trim()
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
}
