using System.Globalization;
using Matinee.Api.Contracts;
using Matinee.Api.Problems;
using Matinee.Api.Serving;
using Matinee.Api.Store;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;

namespace Matinee.Api.Http;

/// <summary>Checks a movie that is to be added.</summary>
internal static class NewMovieReading
{
    private const int LongestTitle = 500;
    private const int LongestGenre = 50;
    private const int LongestTag = 100;
    private const int LongestPlot = 5_000;
    private const int MostGenres = 20;
    private const int MostTags = 50;
    private const int FirstYear = 1870;
    private const int LastYear = 2100;

    /// <exception cref="ProblemException">A value is not valid.</exception>
    public static StoredMovie Read(NewMovieBody body)
    {
        var errors = new Errors();
        string title = Line(body.Title, "title", LongestTitle, errors) ?? "";
        if (body.Year is < FirstYear or > LastYear)
        {
            errors.Add("year", $"year must be from {FirstYear} to {LastYear}, not {body.Year}.");
        }

        int? year = body.Year ?? YearOf(title);
        MovieReference? imdb = Imdb(body.ImdbId, errors);
        if (body.TmdbId < 1)
        {
            errors.Add("tmdbId", $"tmdbId must be at least 1, not {body.TmdbId}.");
        }

        var movie = new StoredMovie
        {
            // MovieLens's titles have their years; lists and searches look for them there.
            Title =
                year is { } known && YearOf(title) is null
                    ? string.Create(CultureInfo.InvariantCulture, $"{title} ({known})")
                    : title,
            Year = year,
            Genres = Lines(body.Genres, "genres", MostGenres, LongestGenre, errors),
            Tags = Lines(body.Tags, "tags", MostTags, LongestTag, errors),
            ImdbId = imdb is { } reference ? reference.Number.ToString("D7", CultureInfo.InvariantCulture) : null,
            TmdbId = body.TmdbId,
            Plot = body.Plot is null ? null : Line(body.Plot.ReplaceLineEndings(" "), "plot", LongestPlot, errors),
        };
        errors.ThrowIfAny();
        return movie;
    }

    /// <exception cref="ProblemException">The catalogue has a movie of the same number, or of the same title and year.</exception>
    public static void RefuseExisting(ServedModel model, StoredMovie movie)
    {
        ItemIndex item = default;
        bool exists =
            (movie.ImdbId is { } imdb && Has(MovieNumbering.Imdb, long.Parse(imdb, CultureInfo.InvariantCulture)))
            || (movie.TmdbId is { } tmdb && Has(MovieNumbering.Tmdb, tmdb))
            // Without a year a title says little.
            || (movie.Year is not null && model.TryFindTitle(movie.Title, out item));
        if (exists)
        {
            throw ProblemKind.MovieExists.Because(
                $"It is movie {model.Catalog[item].Id}: {model.Catalog[item].Title}. Nothing was added."
            );
        }

        bool Has(MovieNumbering numbering, long number) =>
            model.TryFind(new MovieReference(numbering, number), out item);
    }

    private static string? Line(string text, string field, int longest, Errors errors)
    {
        string trimmed = text.Trim();
        if (trimmed.Length == 0 || trimmed.Length > longest || trimmed.Any(char.IsControl) || !IsWellFormed(trimmed))
        {
            errors.Add(field, $"{field} must have 1 to {longest} characters, no control characters.");
            return null;
        }

        return trimmed;
    }

    private static string[] Lines(IReadOnlyList<string>? texts, string field, int most, int longest, Errors errors)
    {
        if (texts is null)
        {
            return [];
        }

        if (texts.Count > most)
        {
            errors.Add(field, $"{field} may have {most} entries at most, not {texts.Count}.");
            return [];
        }

        var lines = new List<string>(texts.Count);
        for (int n = 0; n < texts.Count; n++)
        {
            if (Line(texts[n] ?? "", $"{field}[{n}]", longest, errors) is { } line)
            {
                lines.Add(line);
            }
        }

        return [.. lines.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static MovieReference? Imdb(string? text, Errors errors)
    {
        if (text is null)
        {
            return null;
        }

        if (
            text.StartsWith("tt", StringComparison.Ordinal)
            && MovieReference.TryParse(text, out MovieReference reference)
            && reference.Number < 10_000_000_000
        )
        {
            return reference;
        }

        errors.Add("imdbId", $"imdbId must be such as tt0133093, not '{QueryReader.Shown(text)}'.");
        return null;
    }

    // "The Matrix (1999)"
    private static int? YearOf(string title) =>
        title is [.., '(', _, _, _, _, ')']
        && int.TryParse(
            title.AsSpan(title.Length - 5, 4),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out int year
        )
        && year is >= FirstYear and <= LastYear
            ? year
            : null;

    // Half a surrogate pair is no text, and no database keeps it.
    private static bool IsWellFormed(string text)
    {
        for (int n = 0; n < text.Length; n++)
        {
            if (char.IsHighSurrogate(text[n]) && n + 1 < text.Length && char.IsLowSurrogate(text[n + 1]))
            {
                n++;
            }
            else if (char.IsSurrogate(text[n]))
            {
                return false;
            }
        }

        return true;
    }
}
