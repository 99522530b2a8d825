using Matinee.Core.Catalog;

namespace Matinee.Imports.Matching;

/// <summary>Which movies a film's numbers name.</summary>
internal sealed class NumberMatch(MovieCatalog catalog)
{
    private readonly MovieNumbers numbers = new(catalog.Movies);

    /// <summary>By the number's kind, the surest first. A MovieLens number comes last: other catalogues may give it to another movie.</summary>
    public IEnumerable<(MatchedBy By, int Item)> Find(FilmNumbers film)
    {
        if (film.Imdb is { } imdb && TryFind(MovieNumbering.Imdb, imdb, out int item))
        {
            yield return (MatchedBy.ImdbNumber, item);
        }

        if (film.Tmdb is { } tmdb && TryFind(MovieNumbering.Tmdb, tmdb, out item))
        {
            yield return (MatchedBy.TmdbNumber, item);
        }

        if (film.MovieLens is { } movieLens && TryFind(MovieNumbering.MovieLens, movieLens, out item))
        {
            yield return (MatchedBy.MovieLensNumber, item);
        }
    }

    /// <summary>Whether the movie has a number that is another one than the film's: then a title alike is a namesake's, perhaps.</summary>
    public bool Contradict(FilmNumbers film, int item)
    {
        Movie movie = catalog.Movies[item];
        return (
                film.Imdb is { } imdb
                && movie.ImdbId is not null
                && !(TryFind(MovieNumbering.Imdb, imdb, out int by) && by == item)
            ) || (film.Tmdb is { } tmdb && movie.TmdbId is not null && movie.TmdbId != tmdb);
    }

    private bool TryFind(MovieNumbering numbering, long number, out int item) =>
        numbers.TryFind(new MovieReference(numbering, number), out item);
}
