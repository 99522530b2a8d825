using Matinee.Imports.Exports;
using Matinee.Imports.Reading;

namespace Matinee.Imports.Letterboxd;

/// <summary>
/// The format in which Letterboxd imports, which other tools and Matinee write: any of LetterboxdURI, tmdbID, imdbID, Title,
/// Year, Directors, Rating (0.5 to 5), Rating10 (1 to 10), WatchedDate, Rewatch, Tags, Review, and Matinee's MatineeID.
/// </summary>
internal static class LetterboxdImport
{
    private static readonly string[] Names = ["title", "imdbid", "tmdbid", "matineeid"];
    private static readonly string[] Others =
    [
        "letterboxduri",
        "year",
        "directors",
        "rating",
        "rating10",
        "watcheddate",
        "rewatch",
        "tags",
        "review",
    ];

    /// <summary>A column that names a film, and two of its columns in all unless the one is a number: lists of titles alone may be anything, and MovieLens has a table of numbers.</summary>
    public static bool IsTable(ImportFile file)
    {
        int named = Names.Count(file.Header.Has);
        return named > 0
            && !file.Header.Has("movieid")
            && (named + Others.Count(file.Header.Has) > 1 || !file.Header.Has("title"));
    }

    /// <summary>Where no row says more than which film it is, the file is a list of what one means to see.</summary>
    public static void Read(ImportFile file, ImportRows rows)
    {
        var films = new List<ImportedRow>();
        bool isList = true;
        CsvTable.Read(
            file,
            rows,
            row =>
            {
                isList &= row.First("rating", "rating10", "watcheddate", "review").Length == 0;
                if (Film(row, rows) is { } film)
                {
                    films.Add(film);
                }
            }
        );
        foreach (ImportedRow film in films)
        {
            rows.Add(isList ? film with { Facts = FilmFacts.Wanted } : film);
        }

        if (isList && films.Count > 0)
        {
            rows.Note("No row has a rating or a date: the films are taken for a list of what you want to see.");
        }
    }

    private static ImportedRow? Film(CsvRow row, ImportRows rows)
    {
        string title = SpreadsheetText.Read(row["title"]);
        var numbers = new FilmNumbers(
            ImportNumbers.Positive(row["matineeid"]),
            ImportNumbers.Imdb(row["imdbid"]),
            ImportNumbers.Positive(row["tmdbid"])
        );
        float stars = 0;
        string problem = "";
        string? reason =
            title.Length == 0 && numbers.IsEmpty ? "It names neither a title nor a number."
            : row["rating"] is { Length: > 0 } five
                ? ImportStars.TryRead(five, 0.5, 5, out stars, out problem) ? null
                    : problem
            : row["rating10"] is { Length: > 0 } ten
                ? ImportStars.TryRead(ten, 1, 10, out stars, out problem) ? null
                    : problem
            : null;
        if (reason is not null)
        {
            rows.Skip(row.Place, title, reason);
            return null;
        }

        return new ImportedRow(row.Place)
        {
            Title = title,
            Year = ImportNumbers.Year(row["year"]),
            Numbers = numbers,
            Stars = stars > 0 ? stars : null,
            Time = rows.Time(row["watcheddate"]),
            // What Letterboxd takes it for: in its import, everything was seen.
            Facts = stars > 0 && row["watcheddate"].Length == 0 ? FilmFacts.None : FilmFacts.Watched,
        };
    }
}
