namespace Matinee.Imports;

/// <summary>The rows of one film while they are gathered.</summary>
internal sealed class FilmGroup
{
    private readonly List<ImportedRow> rows = [];
    private FilmNumbers numbers;

    /// <summary>Whether no number of the row contradicts one that the group has.</summary>
    public bool Agrees(ImportedRow row) =>
        Agree(numbers.Imdb, row.Numbers.Imdb)
        && Agree(numbers.Tmdb, row.Numbers.Tmdb)
        && Agree(numbers.MovieLens, row.Numbers.MovieLens);

    public void Add(ImportedRow row)
    {
        rows.Add(row);
        numbers = new FilmNumbers(
            numbers.MovieLens ?? row.Numbers.MovieLens,
            numbers.Imdb ?? row.Numbers.Imdb,
            numbers.Tmdb ?? row.Numbers.Tmdb
        );
    }

    public ImportedFilm ToFilm(ImportSource source)
    {
        ImportedRow? rating = Rating(source);
        ImportedRow named = rows.Find(row => row.Title.Length > 0) ?? rows[0];
        return new ImportedFilm
        {
            Rows = rows,
            Title = named.Title,
            Year = named.Year ?? rows.Select(row => row.Year).FirstOrDefault(year => year is not null),
            OtherTitles =
            [
                .. rows.SelectMany(row => row.OtherTitles.Prepend(row.Title))
                    .Where(title => title.Length > 0 && title != named.Title)
                    .Distinct(),
            ],
            Numbers = numbers,
            Stars = rating?.Stars,
            RatedAt = rating?.Time,
            WatchedAt = rows.Where(row => row.Facts.HasFlag(FilmFacts.Watched)).Max(row => row.Time),
            Facts = rows.Aggregate(FilmFacts.None, (facts, row) => facts | row.Facts),
        };
    }

    // Letterboxd's ratings.csv holds the rating that stands; its diary what was given on the day. Elsewhere the latest counts.
    private ImportedRow? Rating(ImportSource source)
    {
        ImportedRow? best = null;
        bool bestStands = false;
        foreach (ImportedRow row in rows.Where(row => row.Stars is not null))
        {
            bool stands =
                source == ImportSource.Letterboxd
                && row.Place.File.Equals("ratings.csv", StringComparison.OrdinalIgnoreCase);
            if (
                best is null
                || (stands && !bestStands)
                || (stands == bestStands && (row.Time ?? long.MinValue) >= (best.Time ?? long.MinValue))
            )
            {
                best = row;
                bestStands = stands;
            }
        }

        return best;
    }

    private static bool Agree<T>(T? one, T? other)
        where T : struct, IEquatable<T> => one is not { } first || other is not { } second || first.Equals(second);
}
