using Matinee.Core.Catalog;
using Matinee.Core.Texts;
using Matinee.Imports.Matching.Titles;

namespace Matinee.Imports.Matching;

/// <summary>Different films of one file that were taken for the same movie: the best match keeps it, the others are asked about.</summary>
internal static class RivalFilms
{
    /// <param name="matches">By film, as they were recognised; those of losers are replaced.</param>
    public static void Settle(IReadOnlyList<ImportedFilm> films, FilmMatch[] matches, MovieCatalog catalog)
    {
        foreach (
            IGrouping<int, int> movie in Enumerable
                .Range(0, films.Count)
                .Where(n => matches[n].Item is not null)
                .GroupBy(n => matches[n].Item!.Value.Value)
                .Where(movie => movie.Skip(1).Any())
                .ToArray()
        )
        {
            var titles = TitleNames.Of(catalog.Movies[movie.Key]);
            int best = movie.OrderBy(n => matches[n].By).ThenBy(n => Written(films[n], titles)).First();
            foreach (int n in movie.Where(n => !IsSure(matches[n]) && AreDifferent(films[n], films[best])))
            {
                matches[n] = new FilmMatch(MatchStatus.Ambiguous)
                {
                    Candidates = [matches[n].Item!.Value],
                    Note = $"The file has {Shown(films[best])} as well.",
                };
            }
        }
    }

    private static bool IsSure(FilmMatch match) => match.By is { } by && by <= MatchedBy.MovieLensNumber;

    // A film whose year isn't said contradicts none.
    private static bool AreDifferent(ImportedFilm one, ImportedFilm other) =>
        Contradict(one.Numbers.Imdb, other.Numbers.Imdb)
        || Contradict(one.Numbers.Tmdb, other.Numbers.Tmdb)
        || Contradict(one.Numbers.MovieLens, other.Numbers.MovieLens)
        || Contradict(Year(one), Year(other))
        || !Names(one).Intersect(Names(other)).Any();

    private static bool Contradict<T>(T? one, T? other)
        where T : struct, IEquatable<T> => one is { } first && other is { } second && !first.Equals(second);

    private static int? Year(ImportedFilm film) => film.Year ?? TitleNames.Of(film).Years.First;

    private static IEnumerable<string> Names(ImportedFilm film) => TitleNames.Of(film).Names.Select(name => name.Exact);

    // 0: to the letter, but for case and accents; 1: the same words; 2: anything else.
    private static int Written(ImportedFilm film, TitleNames movie)
    {
        string folded = FoldedText.Fold(film.Title);
        return movie.Names.Any(name => FoldedText.Fold(name.Text) == folded) ? 0
            : Names(film).Intersect(movie.Names.Select(name => name.Exact)).Any() ? 1
            : 2;
    }

    private static string Shown(ImportedFilm film) =>
        film.Title.Length == 0 ? film.Key
        : film.Year is { } year ? FormattableString.Invariant($"{film.Title} ({year})")
        : film.Title;
}
