using System.Text.Json;
using Matinee.Imports.Reading;

namespace Matinee.Imports.Trakt;

/// <summary>One entry: <c>{ "rated_at", "rating", "type", "movie": { "title", "year", "ids" } }</c>, and its like.</summary>
internal static class TraktEntry
{
    private static readonly (string Name, string Reason)[] NoFilms =
    [
        ("episode", "An episode, not a film."),
        ("season", "A season of a series, not a film."),
        ("show", "A television series, not a film."),
        ("person", "A person, not a film."),
        ("list", "A list, not a film."),
    ];

    public static void Read(JsonElement entry, ImportPlace place, FilmFacts listed, ImportRows rows)
    {
        JsonElement? movie = Member(entry, "movie", JsonValueKind.Object);
        if (movie is null)
        {
            (string Name, string Reason) kind = NoFilms.FirstOrDefault(
                other => Member(entry, other.Name, JsonValueKind.Object) is not null,
                (Name: "", Reason: "It holds no film.")
            );
            JsonElement? what =
                Member(entry, "show", JsonValueKind.Object) ?? Member(entry, kind.Name, JsonValueKind.Object);
            rows.Skip(place, what is { } found ? Text(found, "title") : "", kind.Reason);
            return;
        }

        string title = Text(movie.Value, "title");
        JsonElement? ids = Member(movie.Value, "ids", JsonValueKind.Object);
        var numbers = new FilmNumbers(
            Imdb: ids is { } some ? ImportNumbers.Imdb(Text(some, "imdb")) : null,
            Tmdb: ids is { } others ? ImportNumbers.Positive(Text(others, "tmdb")) : null
        );
        string rating = Text(entry, "rating");
        // 0 is how Trakt writes that there is no rating any more.
        bool isZero = rating == "0";
        rating = isZero ? "" : rating;
        float stars = 0;
        string problem = "";
        string? refusal =
            title.Length == 0 && numbers.IsEmpty ? "It names neither a title nor a number."
            : rating.Length > 0 && !ImportStars.TryRead(rating, 1, 10, out stars, out problem) ? problem
            : null;
        FilmFacts facts = Facts(entry, listed);
        refusal ??=
            stars > 0 || facts != FilmFacts.None ? null
            : isZero ? "Rated 0, which is no rating."
            : "Neither rated nor watched, listed or collected.";
        if (refusal is not null)
        {
            rows.Skip(place, title, refusal);
            return;
        }

        if (stars > 0)
        {
            rows.Note("Trakt's 1 to 10 became half stars: 7 is 3.5.");
        }

        rows.Add(
            new ImportedRow(place)
            {
                Title = title,
                Year = ImportNumbers.Year(Text(movie.Value, "year")),
                Numbers = numbers,
                Stars = stars > 0 ? stars : null,
                Time = Time(entry),
                Facts = facts,
            }
        );
    }

    private static FilmFacts Facts(JsonElement entry, FilmFacts listed) =>
        (Has(entry, "watched_at") || Has(entry, "last_watched_at") ? FilmFacts.Watched : FilmFacts.None)
        | (Has(entry, "collected_at") || Has(entry, "last_collected_at") ? FilmFacts.Owned : FilmFacts.None)
        | (Has(entry, "listed_at") ? listed : FilmFacts.None);

    private static long? Time(JsonElement entry) =>
        ImportTime.Of(Text(entry, "rated_at"))
        ?? ImportTime.Of(Text(entry, "watched_at"))
        ?? ImportTime.Of(Text(entry, "last_watched_at"))
        ?? ImportTime.Of(Text(entry, "listed_at"))
        ?? ImportTime.Of(Text(entry, "collected_at"))
        ?? ImportTime.Of(Text(entry, "last_collected_at"));

    private static bool Has(JsonElement entry, string name) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(name, out _);

    private static JsonElement? Member(JsonElement entry, string name, JsonValueKind kind) =>
        JsonFields.Find(entry, name) is { } member && member.ValueKind == kind ? member : null;

    private static string Text(JsonElement entry, string name) =>
        JsonFields.Text(entry, name)?.Trim().ReplaceLineEndings(" ") ?? "";
}
