using System.Globalization;
using System.Text.Json;
using Matinee.Core;
using Matinee.Imports.Libraries;
using Matinee.Imports.Reading;

namespace Matinee.Imports.Exports;

/// <summary>Reads what <see cref="JsonExport"/> writes.</summary>
internal sealed class MatineeFormat : IImportFormat
{
    public ImportSource Source => ImportSource.Matinee;

    public bool Recognises(ImportFiles files) => files.All.Any(IsExport);

    public void Read(ImportFiles files, ImportRows rows)
    {
        foreach (ImportFile file in files.All.Where(IsExport))
        {
            try
            {
                using var json = JsonDocument.Parse(file.Text());
                Read(file, json.RootElement, rows);
            }
            // The latter: half a surrogate pair behind an escape.
            catch (Exception exception) when (exception is JsonException or InvalidOperationException)
            {
                throw BrokenFile.Json(file, exception);
            }
        }

        rows.NoteUnread(files.All.Where(file => !IsExport(file)));
    }

    private static bool IsExport(ImportFile file) =>
        file.Opening.AsSpan().TrimStart().StartsWith("{")
        && file.Opening.Contains("\"source\"", StringComparison.Ordinal)
        && file.Opening.Contains($"\"{JsonExport.SourceName}\"", StringComparison.Ordinal);

    private static void Read(ImportFile file, JsonElement root, ImportRows rows)
    {
        string version = JsonFields.Text(root, "version") ?? "none";
        if (version != JsonExport.Version.ToString(CultureInfo.InvariantCulture))
        {
            throw new MatineeException(
                $"{Excerpt.Of(file.Name)} is of version {Excerpt.Of(version)}; this Matinee reads version {JsonExport.Version}. "
                    + "Import it with the Matinee that wrote it, or a newer one."
            );
        }

        if (JsonFields.Find(root, "films") is not { ValueKind: JsonValueKind.Array } films)
        {
            throw new MatineeException(
                $"{Excerpt.Of(file.Name)} has no list of \"films\". Export it again, and don't change it."
            );
        }

        int number = 0;
        foreach (JsonElement film in films.EnumerateArray())
        {
            ReadFilm(film, new ImportPlace(file.Name, ++number), rows);
        }
    }

    private static void ReadFilm(JsonElement film, ImportPlace place, ImportRows rows)
    {
        string title = RowText.OnOneLine(JsonFields.Text(film, "title") ?? "");
        var numbers = new FilmNumbers(
            ImportNumbers.Positive(JsonFields.Text(film, "movieId") ?? ""),
            FilmAddresses.Imdb(JsonFields.Text(film, "imdbId")),
            FilmAddresses.Tmdb(JsonFields.Text(film, "tmdbId"))
        );
        string? rating = JsonFields.Text(film, "rating");
        float stars = 0;
        string problem = "";
        if (title.Length == 0 && numbers.IsEmpty)
        {
            problem = "It names neither a title nor a number.";
        }
        else if (rating is not null)
        {
            ImportStars.TryRead(rating, 0.5, 5, out stars, out problem);
        }

        if (problem.Length > 0)
        {
            rows.Skip(place, title, problem);
            return;
        }

        rows.Add(
            new ImportedRow(place)
            {
                Title = title,
                Year = LibraryYear.Of(JsonFields.Text(film, "year")),
                Numbers = numbers,
                Stars = rating is null ? null : stars,
                Time = LibraryTime.Of(JsonFields.Text(film, "ratedAt")),
                // Matinee writes down a film without a rating only where it recommends it.
                Facts = rating is null ? FilmFacts.Wanted : FilmFacts.None,
            }
        );
    }
}
