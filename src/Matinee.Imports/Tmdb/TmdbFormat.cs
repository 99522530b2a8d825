using Matinee.Imports.Reading;

namespace Matinee.Imports.Tmdb;

/// <summary>The CSV files of a TMDB account: ratings, watchlist, favourites. Its column Rating is everybody's, Your Rating one's own.</summary>
internal sealed class TmdbFormat : IImportFormat
{
    public ImportSource Source => ImportSource.Tmdb;

    public bool Recognises(ImportFiles files) => files.All.Any(IsTable);

    public void Read(ImportFiles files, ImportRows rows)
    {
        foreach (ImportFile file in files.All.Where(IsTable))
        {
            FilmFacts facts =
                file.Name.Contains("watchlist", StringComparison.OrdinalIgnoreCase) ? FilmFacts.Wanted
                : file.Name.Contains("favo", StringComparison.OrdinalIgnoreCase) ? FilmFacts.Liked
                : file.Header.Has("yourrating") ? FilmFacts.None
                : FilmFacts.Wanted;
            CsvTable.Read(file, rows, row => ReadRow(row, facts, rows));
        }

        rows.NoteUnread(files.All.Where(file => !IsTable(file)));
    }

    private static bool IsTable(ImportFile file) =>
        file.Header.Has("tmdbid")
        && file.Header.Has("name")
        && (file.Header.Has("type") || file.Header.Has("releasedate"));

    private static void ReadRow(CsvRow row, FilmFacts facts, ImportRows rows)
    {
        string title = row["name"];
        var numbers = new FilmNumbers(
            Imdb: ImportNumbers.Imdb(row["imdbid"]),
            Tmdb: ImportNumbers.Positive(row["tmdbid"])
        );
        string type = CsvHeader.Key(row["type"]);
        float stars = 0;
        string problem = "";
        string rating = row["yourrating"];
        string? reason =
            type is not ("" or "movie") ? $"Of the kind '{Excerpt.Of(row["type"])}', not a film."
            : title.Length == 0 && numbers.IsEmpty ? "It names neither a title nor a number."
            // 0 is how TMDB writes that there is no rating.
            : rating is "" or "0" or "0.0"
                ? facts == FilmFacts.None ? "Not rated."
                    : null
            : ImportStars.TryRead(rating, 0.5, 10, out stars, out problem) ? null
            : problem;
        if (reason is not null)
        {
            rows.Skip(row.Place, title.Length > 0 ? title : row["tmdbid"], reason);
            return;
        }

        if (stars > 0)
        {
            rows.Note("TMDB's 0.5 to 10 became half stars, to the nearest and ties up: 7 is 3.5, 8.5 is 4.5.");
        }

        rows.Add(
            new ImportedRow(row.Place)
            {
                Title = title,
                Year = ImportNumbers.Year(row["releasedate"]),
                Numbers = numbers,
                Stars = stars > 0 ? stars : null,
                Time = rows.Time(row.First("daterated", "dateadded")),
                Facts = facts,
            }
        );
    }
}
