namespace Matinee.Imports.Exports;

/// <summary>Writes films for other sites and for Matinee itself, in UTF-8 without a byte order mark.</summary>
public static class FilmExport
{
    /// <param name="stream">Is left open.</param>
    /// <returns>How many films the format can't name and were left out.</returns>
    public static int Write(Stream stream, ExportFormat format, IReadOnlyList<ExportedFilm> films) =>
        format switch
        {
            ExportFormat.Letterboxd => LetterboxdExport.Write(stream, films),
            ExportFormat.ImdbIds => ImdbIdExport.Write(stream, films),
            ExportFormat.Json => JsonExport.Write(stream, films),
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
}
