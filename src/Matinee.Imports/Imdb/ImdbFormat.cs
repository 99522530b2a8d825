using Matinee.Imports.Reading;

namespace Matinee.Imports.Imdb;

/// <summary>IMDb's CSV of ratings, the watchlist and lists, old and new, and plain lists of its numbers.</summary>
internal sealed class ImdbFormat : IImportFormat
{
    public ImportSource Source => ImportSource.Imdb;

    public bool Recognises(ImportFiles files) => files.All.Any(file => IsTable(file) || ImdbList.IsList(file));

    public void Read(ImportFiles files, ImportRows rows)
    {
        foreach (ImportFile file in files.All.Where(IsTable))
        {
            CsvTable.Read(file, rows, row => ReadRow(row, rows));
        }

        foreach (ImportFile file in files.All.Where(file => !IsTable(file) && ImdbList.IsList(file)))
        {
            ImdbList.Read(file, rows);
        }

        rows.NoteUnread(files.All.Where(file => !IsTable(file) && !ImdbList.IsList(file)));
    }

    private static bool IsTable(ImportFile file) => file.Header.Has("const");

    private static void ReadRow(CsvRow row, ImportRows rows)
    {
        string title = row["title"];
        string shown = title.Length > 0 ? title : row["const"];
        if (ImdbTitleType.Reason(row["titletype"]) is { } reason)
        {
            rows.Skip(row.Place, shown, reason);
            return;
        }

        long? number = ImportNumbers.Imdb(row["const"]);
        if (number is null && title.Length == 0)
        {
            rows.Skip(row.Place, shown, "It names neither a title nor a tt number.");
            return;
        }

        string rating = row.First("yourrating", "yourated");
        float stars = 0;
        if (rating.Length > 0 && !ImportStars.TryRead(rating, 1, 10, out stars, out string problem))
        {
            rows.Skip(row.Place, shown, problem);
            return;
        }

        string original = row["originaltitle"];
        if (stars > 0)
        {
            rows.Note("IMDb's 1 to 10 became half stars: 7 is 3.5.");
        }

        rows.Add(
            new ImportedRow(row.Place)
            {
                Title = title,
                Year = ImportNumbers.Year(row["year"]),
                OtherTitles = original.Length > 0 && original != title ? [original] : [],
                Numbers = new FilmNumbers(Imdb: number),
                Stars = stars > 0 ? stars : null,
                Time = rows.Time(row.First("daterated", "created")),
                // A list's rows: what is rated there is rated, the rest is what one means to see.
                Facts = stars > 0 ? FilmFacts.None : FilmFacts.Wanted,
            }
        );
    }
}
