using System.Globalization;

namespace Matinee.Core.Catalog;

/// <summary>Movies by their numbers here and elsewhere; each kind is looked up in a table made when first needed.</summary>
public sealed class MovieNumbers
{
    private const int MostAdded = 1024;

    private readonly int mainCount;
    private readonly Lazy<Dictionary<long, int>>[] main;
    private readonly Lazy<Dictionary<long, int>>[] added;

    public MovieNumbers(IReadOnlyList<Movie> movies)
        : this(movies.Count, Tables(movies, 0, movies.Count), []) { }

    private MovieNumbers(int mainCount, Lazy<Dictionary<long, int>>[] main, Lazy<Dictionary<long, int>>[] added)
    {
        this.mainCount = mainCount;
        this.main = main;
        this.added = added;
    }

    /// <param name="movies">Those of these numbers, and some more.</param>
    public MovieNumbers Extended(IReadOnlyList<Movie> movies) =>
        movies.Count - mainCount > MostAdded
            ? new MovieNumbers(movies)
            : new MovieNumbers(mainCount, main, Tables(movies, mainCount, movies.Count));

    /// <param name="item">The item index; of the first where two movies claim a number.</param>
    public bool TryFind(MovieReference reference, out int item)
    {
        int kind = (int)reference.Numbering;
        return main[kind].Value.TryGetValue(reference.Number, out item)
            || (added.Length > 0 && added[kind].Value.TryGetValue(reference.Number, out item));
    }

    private static Lazy<Dictionary<long, int>>[] Tables(IReadOnlyList<Movie> movies, int from, int to) =>
        [
            .. Enum.GetValues<MovieNumbering>()
                .Select(numbering => new Lazy<Dictionary<long, int>>(() => Table(movies, from, to, numbering))),
        ];

    private static Dictionary<long, int> Table(IReadOnlyList<Movie> movies, int from, int to, MovieNumbering numbering)
    {
        var table = new Dictionary<long, int>(to - from);
        for (int item = from; item < to; item++)
        {
            if (Number(movies[item], numbering) is { } number)
            {
                table.TryAdd(number, item);
            }
        }

        return table;
    }

    private static long? Number(Movie movie, MovieNumbering numbering) =>
        numbering switch
        {
            MovieNumbering.Tmdb => movie.TmdbId,
            MovieNumbering.Imdb => long.TryParse(
                movie.ImdbId,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out long number
            )
                ? number
                : null,
            _ => movie.Id.Value,
        };
}
