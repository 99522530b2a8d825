using Matinee.Imports.Libraries;
using Matinee.Imports.Reading;

namespace Matinee.Imports.Plex;

/// <summary>
/// Tables of ExportTools and WebTools-NG, whose columns and separator people choose: <c>Media ID;Title;Sort title;Year;...</c>.
/// </summary>
internal static class PlexTable
{
    /// <summary>Columns that hardly any other table of films has.</summary>
    private static readonly string[] Usual =
    [
        "mediaid",
        "ratingkey",
        "sorttitle",
        "titlesort",
        "originaltitle",
        "contentrating",
        "guid",
        "guids",
        "userrating",
        "viewcount",
        "lastviewedat",
        "lastviewed",
    ];

    public static bool Fits(ImportFile file) => file.Header.Has("title") && Usual.Count(file.Header.Has) >= 2;

    public static void ReadRow(CsvRow row, LibraryRows rows)
    {
        string title = Known(row["title"]);
        if (Unfit(row) is { } reason)
        {
            rows.Skip(row.Place, title, reason);
            return;
        }

        string rating = Known(row["userrating"]);
        string seen = Known(row.First("lastviewedat", "lastviewed"));
        bool isViewed =
            LibraryCount.IsAny(row["viewcount"]) || (Known(row["viewcount"]).Length == 0 && seen.Length > 0);
        string rated = isViewed ? seen : Known(row["lastratedat"]);
        rows.Add(
            new ImportedRow(row.Place)
            {
                Title = title,
                OtherTitles = [Known(row["originaltitle"])],
                Year = LibraryYear.Of(
                    row["year"],
                    row.First("originallyavailableat", "releasedate", "originallyavailable")
                ),
                Numbers = Numbers(row),
                Time = isViewed || rating.Length > 0 ? rows.Time(rated) : null,
                Facts = isViewed ? FilmFacts.Watched : FilmFacts.None,
            },
            rating
        );
    }

    private static FilmNumbers Numbers(CsvRow row)
    {
        var own = new FilmNumbers(
            Imdb: FilmAddresses.Imdb(row.First("imdbid", "imdb", "imdblink")),
            Tmdb: FilmAddresses.Tmdb(row.First("tmdbid", "tmdb", "themoviedb", "tmdblink"))
        );
        return own.Or(FilmAddresses.In(row["guid"])).Or(FilmAddresses.In(row["guids"]));
    }

    private static string? Unfit(CsvRow row)
    {
        string type = CsvHeader.Key(row.First("type", "mediatype"));
        return row.First("episodetitle", "episode", "seriestitle", "showtitle").Length > 0
            || type is "show" or "season" or "episode" or "series"
                ? "Television, not a film."
            : type is "" or "movie" or "video" or "film" ? null
            : $"Of the kind '{Excerpt.Of(type)}', not a film.";
    }

    // How WebTools-NG writes that there is nothing.
    private static string Known(string field) => field == "N/A" ? "" : field;
}
