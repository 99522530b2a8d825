using Matinee.Core;
using Matinee.Imports.Reading;

namespace Matinee.Imports.Letterboxd;

/// <summary>The files of Letterboxd's export: <c>Date,Name,Year,Letterboxd URI</c>, and more in some.</summary>
internal static class LetterboxdFile
{
    public static bool IsExport(ImportFile file) =>
        file.Header.Has("name") && file.Header.Has("year") && file.Header.Has("letterboxduri");

    /// <summary>What a row of the file says beside its stars; null: the file isn't read, such as lists and what was deleted.</summary>
    /// <exception cref="MatineeException">A file by itself whose name has been changed, and whose columns several files have.</exception>
    public static FilmFacts? Kind(ImportFile file, bool alone)
    {
        string name = file.Name.ToLowerInvariant();
        return name switch
        {
            "ratings.csv" => FilmFacts.None,
            "diary.csv" or "reviews.csv" or "watched.csv" => FilmFacts.Watched,
            "watchlist.csv" => FilmFacts.Wanted,
            "likes/films.csv" => FilmFacts.Liked,
            _ when !alone => name == "films.csv" ? FilmFacts.Liked : null,
            _ when file.Header.Has("watcheddate") || file.Header.Has("review") => FilmFacts.Watched,
            _ when file.Header.Has("rating") => FilmFacts.None,
            _ when name.Contains("watchlist", StringComparison.Ordinal) => FilmFacts.Wanted,
            _ when name.Contains("watched", StringComparison.Ordinal) => FilmFacts.Watched,
            _ when name.Contains("films", StringComparison.Ordinal)
                    || name.Contains("like", StringComparison.Ordinal) => FilmFacts.Liked,
            _ => throw new MatineeException(
                $"{Excerpt.Of(file.Name)} may be Letterboxd's watched.csv, watchlist.csv or likes/films.csv: their columns are the same. "
                    + "Give it its own name again, or bring the whole export."
            ),
        };
    }

    public static void ReadRow(CsvRow row, FilmFacts kind, ImportRows rows)
    {
        string title = row["name"];
        string rating = row["rating"];
        float stars = 0;
        string problem = "";
        string? reason =
            title.Length == 0 ? "It names no film."
            : rating.Length > 0 && !ImportStars.TryRead(rating, 0.5, 5, out stars, out problem) ? problem
            : null;
        if (reason is not null)
        {
            rows.Skip(row.Place, title, reason);
            return;
        }

        rows.Add(
            new ImportedRow(row.Place)
            {
                Title = title,
                Year = ImportNumbers.Year(row["year"]),
                Stars = stars > 0 ? stars : null,
                Time = rows.Time(row["watcheddate"]) ?? rows.Time(row["date"]),
                // Without stars it still was seen.
                Facts = stars == 0 && kind == FilmFacts.None ? FilmFacts.Watched : kind,
            }
        );
    }
}
