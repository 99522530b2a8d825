using System.Globalization;
using System.Text.RegularExpressions;
using Matinee.Core;
using Matinee.Imports.Reading;

namespace Matinee.Imports.MovieLens;

/// <summary>What movielens.org exports, and one person's part of GroupLens's <c>ratings.csv</c>.</summary>
internal sealed partial class MovieLensFormat : IImportFormat
{
    public ImportSource Source => ImportSource.MovieLens;

    public bool Recognises(ImportFiles files) => files.All.Any(IsTable);

    public void Read(ImportFiles files, ImportRows rows)
    {
        foreach (ImportFile file in files.All.Where(IsTable))
        {
            string? user = null;
            CsvTable.Read(
                file,
                rows,
                row =>
                {
                    CheckUser(row, ref user);
                    ReadRow(row, file.Header.Has("rating"), rows);
                }
            );
        }

        rows.Note("MovieLens's half stars are taken as they are.");
        rows.NoteUnread(files.All.Where(file => !IsTable(file)));
    }

    // Without ratings it is the wishlist; tags and the catalogue's own tables say nothing of stars.
    private static bool IsTable(ImportFile file) =>
        file.Header.Has("movieid")
        && !file.Header.Has("tag")
        && !file.Header.Has("genres")
        && (file.Header.Has("rating") || (file.Header.Has("title") && file.Header.Has("averagerating")));

    private static void CheckUser(CsvRow row, ref string? user)
    {
        string one = row["userid"];
        if (user is not null && one != user)
        {
            throw new MatineeException(
                $"{row.Place}: the ratings are of several people, {Excerpt.Of(user)} and {Excerpt.Of(one)} the first of them. "
                    + "Leave the lines of one person in the file."
            );
        }

        user = one;
    }

    private static void ReadRow(CsvRow row, bool rated, ImportRows rows)
    {
        string title = row["title"];
        var numbers = new FilmNumbers(
            ImportNumbers.Positive(row["movieid"]),
            ImportNumbers.Imdb(row["imdbid"]),
            ImportNumbers.Positive(row["tmdbid"])
        );
        float stars = 0;
        string problem = "";
        string? reason =
            title.Length == 0 && numbers.IsEmpty ? "It names neither a title nor a number."
            : !rated ? null
            : row["rating"].Length == 0 ? "Not rated."
            : ImportStars.TryRead(row["rating"], 0.5, 5, out stars, out problem) ? null
            : problem;
        if (reason is not null)
        {
            rows.Skip(row.Place, title.Length > 0 ? title : row["movieid"], reason);
            return;
        }

        (string name, int? year) = Parted(title);
        rows.Add(
            new ImportedRow(row.Place)
            {
                Title = name,
                Year = year,
                Numbers = numbers,
                Stars = rated ? stars : null,
                Time = rows.Time(row["timestamp"], ImportTime.OfUnixSeconds),
                Facts = rated ? FilmFacts.None : FilmFacts.Wanted,
            }
        );
    }

    private static (string Title, int? Year) Parted(string title)
    {
        Match match = TrailingYear().Match(title);
        return match.Success && title[..match.Index].TrimEnd() is { Length: > 0 } name
            ? (name, int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture))
            : (title, null);
    }

    // A range such as (2006–2007) gives its first.
    [GeneratedRegex(@"\(\s*(?<year>1[89][0-9]{2}|20[0-9]{2})\s*([-–—]\s*([0-9]{4}\s*)?)?\)$")]
    private static partial Regex TrailingYear();
}
