using System.Text.Encodings.Web;
using System.Text.Json;

namespace Matinee.Imports.Exports;

/// <summary>Matinee's own format; docs/imports.md has its fields.</summary>
internal static class JsonExport
{
    public const string SourceName = "matinee";
    public const int Version = 1;

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
    };

    public static int Write(Stream stream, IReadOnlyList<ExportedFilm> films)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("source", SourceName);
        json.WriteNumber("version", Version);
        json.WriteStartArray("films");
        foreach (ExportedFilm film in films)
        {
            Write(json, film);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        return 0;
    }

    // What isn't known is left out.
    private static void Write(Utf8JsonWriter json, ExportedFilm film)
    {
        json.WriteStartObject();
        json.WriteNumber("movieId", film.MovieId);
        json.WriteString("title", film.Title);
        if (film.Year is { } year)
        {
            json.WriteNumber("year", year);
        }

        if (film.ImdbId is { } imdb)
        {
            json.WriteString("imdbId", imdb);
        }

        if (film.TmdbId is { } tmdb)
        {
            json.WriteNumber("tmdbId", tmdb);
        }

        if (film.Stars is { } stars)
        {
            json.WriteNumber("rating", stars);
        }

        if (film.Time is { } time)
        {
            json.WriteString("ratedAt", DateTimeOffset.FromUnixTimeSeconds(time).UtcDateTime);
        }

        json.WriteEndObject();
    }
}
