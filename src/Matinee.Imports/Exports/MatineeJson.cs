using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Matinee.Imports.Exports;

/// <summary>
/// Matinee's own file: <c>{ "source": "matinee", "version": 1, "films": [ { "movieId", "title", "year", "imdbId", "tmdbId",
/// "rating", "ratedAt" } ] }</c>; what is not known is null.
/// </summary>
internal static class MatineeJson
{
    public const string SourceName = "matinee";
    public const int Version = 1;

    // It is a file and no part of a page, so that letters may stay as they are.
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(Stream stream, IReadOnlyList<ExportedFilm> films)
    {
        using var writer = new Utf8JsonWriter(stream, Options);
        writer.WriteStartObject();
        writer.WriteString("source", SourceName);
        writer.WriteNumber("version", Version);
        writer.WriteStartArray("films");
        foreach (ExportedFilm film in films)
        {
            writer.WriteStartObject();
            writer.WriteNumber("movieId", film.MovieId);
            writer.WriteString("title", film.Title);
            WriteNumber(writer, "year", film.Year);
            writer.WriteString("imdbId", FilmExport.ImdbId(film));
            WriteNumber(writer, "tmdbId", film.TmdbId);
            WriteNumber(writer, "rating", (decimal?)film.Stars);
            writer.WriteString("ratedAt", Moment(film.Time));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, decimal? number)
    {
        if (number is { } known)
        {
            writer.WriteNumber(name, known);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static string? Moment(long? time) =>
        time is { } seconds
            ? DateTimeOffset
                .FromUnixTimeSeconds(seconds)
                .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : null;
}
