using Matinee.Core.Interactions;

namespace Matinee.Imports.Matching;

/// <summary>Films by the movies that they are: several may turn out to be one.</summary>
internal sealed class MergedFilms
{
    private const int NamedFilms = 3;

    private readonly (int Item, ImportedFilm[] Films)[] movies;

    /// <param name="matches">By film.</param>
    public MergedFilms(IReadOnlyList<ImportedFilm> films, FilmMatch[] matches)
    {
        string?[] notes = new string?[films.Count];
        var ratings = new List<PlannedRating>();
        var merged = new List<(int, ImportedFilm[])>();
        foreach (
            IGrouping<int, int> movie in Enumerable
                .Range(0, films.Count)
                .Where(n => matches[n].Item is not null)
                .GroupBy(n => matches[n].Item!.Value.Value)
                .OrderBy(movie => movie.Key)
        )
        {
            merged.Add((movie.Key, [.. movie.Select(n => films[n])]));

            // The last rated, and of those the last in the file; a time that isn't said is before all others.
            int counts = movie
                .Where(n => films[n].Stars is not null)
                .OrderBy(n => films[n].RatedAt ?? long.MinValue)
                .ThenBy(n => n)
                .LastOrDefault(-1);
            if (counts >= 0)
            {
                ratings.Add(
                    new PlannedRating(new ItemIndex(movie.Key), films[counts].Stars!.Value, films[counts].RatedAt)
                );
            }

            foreach (int n in movie.Where(n => n != counts && films[n].Stars is not null))
            {
                notes[n] = $"The same movie as {films[counts].Key}, whose rating counts.";
            }

            int shown = counts >= 0 ? counts : movie.First();
            string[] others = [.. movie.Where(n => n != shown).Select(n => films[n].Key)];
            if (others.Length > 0)
            {
                notes[shown] = OneMovie(others);
            }
        }

        movies = [.. merged];
        Notes = notes;
        Ratings = ratings;
    }

    /// <summary>By film: that another's rating counts, or that others are the same movie; null: nothing to add.</summary>
    public IReadOnlyList<string?> Notes { get; }

    /// <summary>By item.</summary>
    public IReadOnlyList<PlannedRating> Ratings { get; }

    /// <returns>By item, with the latest time that is said.</returns>
    public IReadOnlyList<PlannedFact> Facts(FilmFacts fact) =>
        [
            .. movies
                .Select(movie => (movie.Item, Films: movie.Films.Where(film => film.Facts.HasFlag(fact)).ToArray()))
                .Where(movie => movie.Films.Length > 0)
                .Select(movie => new PlannedFact(new ItemIndex(movie.Item), movie.Films.Max(film => Time(film, fact)))),
        ];

    private static string OneMovie(string[] others) =>
        others.Length == 1
            ? $"Two films of the file: {others[0]} is the same movie."
            : $"Several films of the file: {string.Join(", ", others.Take(NamedFilms))}"
                + (
                    others.Length > NamedFilms
                        ? FormattableString.Invariant($" and {others.Length - NamedFilms} more")
                        : ""
                )
                + " are the same movie.";

    private static long? Time(ImportedFilm film, FilmFacts fact) =>
        fact == FilmFacts.Watched
            ? film.WatchedAt
            : film.Rows.Where(row => row.Facts.HasFlag(fact)).Max(row => row.Time);
}
