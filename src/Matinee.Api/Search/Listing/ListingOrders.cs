using Matinee.Core.Catalog;
using Matinee.Core.Texts;

namespace Matinee.Api.Search.Listing;

/// <summary>A catalogue in each order, sorted when first asked for.</summary>
internal sealed class ListingOrders
{
    private static readonly MovieSort[] Sorts =
    [
        MovieSort.Popularity,
        MovieSort.Rating,
        MovieSort.Year,
        MovieSort.Title,
    ];

    private readonly MovieStandings standings;
    private readonly Dictionary<MovieSort, Lazy<ListingOrder>> orders;

    public ListingOrders(IReadOnlyList<Movie> movies, MovieStandings standings)
    {
        this.standings = standings;
        orders = Sorts.ToDictionary(sort => sort, sort => new Lazy<ListingOrder>(() => Sorted(movies, sort)));
    }

    private ListingOrders(IReadOnlyList<Movie> movies, ListingOrders before)
    {
        standings = before.standings;
        // One movie is put into its place; an order that nobody has asked for is not made for it.
        orders = before.orders.ToDictionary(
            pair => pair.Key,
            pair =>
                pair.Value.IsValueCreated
                    ? new Lazy<ListingOrder>(Inserted(movies, pair.Key, pair.Value.Value))
                    : new Lazy<ListingOrder>(() => Sorted(movies, pair.Key))
        );
    }

    public ListingOrder this[MovieSort sort] => orders[sort == MovieSort.Relevance ? MovieSort.Popularity : sort].Value;

    /// <param name="movies">Those of these orders, and one more.</param>
    public ListingOrders Extended(IReadOnlyList<Movie> movies) => new(movies, this);

    private ListingOrder Sorted(IReadOnlyList<Movie> movies, MovieSort sort)
    {
        string[] titles = sort == MovieSort.Title ? [.. movies.Select(movie => FoldedText.Fold(movie.Title))] : [];
        return ListingOrder.Sort(movies.Count, Comparison(movies, sort, item => titles[item]));
    }

    private ListingOrder Inserted(IReadOnlyList<Movie> movies, MovieSort sort, ListingOrder before) =>
        before.With(movies.Count - 1, Comparison(movies, sort, item => FoldedText.Fold(movies[item].Title)));

    private Comparison<int> Comparison(IReadOnlyList<Movie> movies, MovieSort sort, Func<int, string> title) =>
        (left, right) =>
        {
            int first = sort switch
            {
                MovieSort.Rating => standings.DampedMean(right).CompareTo(standings.DampedMean(left)),
                MovieSort.Year => (movies[right].Year ?? 0).CompareTo(movies[left].Year ?? 0),
                MovieSort.Title => string.CompareOrdinal(title(left), title(right)),
                _ => 0,
            };
            first = first != 0 ? first : standings.Popularity(right).CompareTo(standings.Popularity(left));
            return first != 0 ? first : movies[left].Id.Value.CompareTo(movies[right].Id.Value);
        };
}
