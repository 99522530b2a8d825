using System.Globalization;
using System.Text;

namespace Matinee.Imports.Exports;

/// <summary>Writes a person's ratings so that other sites, other programs and <see cref="Reading.ImportReader"/> read them.</summary>
public static class FilmExport
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the films in their order. The stream stays open.</summary>
    public static ExportCounts Write(Stream stream, ExportFormat format, IReadOnlyList<ExportedFilm> films)
    {
        switch (format)
        {
            case ExportFormat.Letterboxd:
                using (var writer = new StreamWriter(stream, Utf8, leaveOpen: true) { NewLine = "\r\n" })
                {
                    LetterboxdTable.Write(writer, films);
                }

                return new ExportCounts(films.Count, 0);
            case ExportFormat.ImdbIds:
                using (var writer = new StreamWriter(stream, Utf8, leaveOpen: true) { NewLine = "\n" })
                {
                    return WriteImdbIds(writer, films);
                }

            case ExportFormat.Json:
                MatineeJson.Write(stream, films);
                return new ExportCounts(films.Count, 0);
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, null);
        }
    }

    /// <summary>As IMDb writes it, seven digits at least: <c>tt0114709</c>; null where it is no number.</summary>
    internal static string? ImdbId(ExportedFilm film)
    {
        ReadOnlySpan<char> digits = film.ImdbId.AsSpan().Trim();
        digits = digits.StartsWith("tt", StringComparison.OrdinalIgnoreCase) ? digits[2..] : digits;
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number > 0
            ? number.ToString("'tt'0000000", CultureInfo.InvariantCulture)
            : null;
    }

    private static ExportCounts WriteImdbIds(StreamWriter writer, IReadOnlyList<ExportedFilm> films)
    {
        int written = 0;
        foreach (ExportedFilm film in films)
        {
            if (ImdbId(film) is { } id)
            {
                writer.WriteLine(id);
                written++;
            }
        }

        return new ExportCounts(written, films.Count - written);
    }
}
