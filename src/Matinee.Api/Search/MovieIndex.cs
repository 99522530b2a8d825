using System.Collections;
using System.Numerics;
using Matinee.Api.Search.Listing;
using Matinee.Api.Search.Titles;
using Matinee.Api.Search.Words;
using Matinee.Core;
using Matinee.Core.Catalog;

namespace Matinee.Api.Search;

/// <summary>
/// Finds movies by title and lists them, in memory. Immutable, so that a request sees one catalogue, and any number of threads
/// may ask at once.
/// </summary>
public sealed class MovieIndex
{
    private readonly MovieStandings standings;
    private readonly TitleIndex titles;
    private readonly MovieNumbers numbers;
    private readonly GenreLists genres;
    private readonly ListingOrders orders;
    private readonly Lazy<WordIndex> words;

    private MovieIndex(
        IReadOnlyList<Movie> movies,
        MovieStandings standings,
        TitleIndex titles,
        MovieNumbers numbers,
        GenreLists genres,
        ListingOrders orders,
        Lazy<WordIndex> words
    )
    {
        Movies = movies;
        this.standings = standings;
        this.titles = titles;
        this.numbers = numbers;
        this.genres = genres;
        this.orders = orders;
        this.words = words;
    }

    /// <summary>By item index.</summary>
    public IReadOnlyList<Movie> Movies { get; }

    /// <summary>Every genre of the catalogue, by name.</summary>
    public IEnumerable<string> Genres => genres.Names;

    /// <param name="movies">By item index; not to be changed afterwards.</param>
    public static MovieIndex Build(IReadOnlyList<Movie> movies, MovieStatistics statistics)
    {
        var standings = new MovieStandings(statistics);
        return new MovieIndex(
            movies,
            standings,
            TitleIndex.Build(movies),
            new MovieNumbers(movies),
            GenreLists.Build(movies),
            new ListingOrders(movies, standings),
            new Lazy<WordIndex>(() => WordIndex.Build(movies))
        );
    }

    /// <returns>An index with one movie more, at the item index that comes next.</returns>
    public MovieIndex With(Movie movie)
    {
        Movie[] all = [.. Movies, movie];
        return new MovieIndex(
            all,
            standings,
            titles.Extended(all),
            numbers.Extended(all),
            genres.With(movie, Movies.Count),
            orders.Extended(all),
            words.IsValueCreated
                ? new Lazy<WordIndex>(words.Value.Extended(all))
                : new Lazy<WordIndex>(() => WordIndex.Build(all))
        );
    }

    /// <param name="item">The item index; of the first where two movies claim a number.</param>
    public bool TryFind(MovieReference reference, out int item) => numbers.TryFind(reference, out item);

    /// <exception cref="MatineeException">The limit is out of range, a genre unknown or the cursor of another listing.</exception>
    public MovieListing List(MovieListingRequest request)
    {
        request.Validate();
        BitArray? chosen = Choose(request.Genres, request.ExcludedGenres);
        int? last = request.Cursor is null ? null : LastShown(request);
        return string.IsNullOrWhiteSpace(request.Query)
            ? Walk(request, chosen, last)
            : Matching(request, request.Query, chosen, last);
    }

    /// <summary>Makes what <see cref="MovieSearch"/> looks words up in, which else its first query waits for.</summary>
    public void Prepare() => _ = words.Value;

    /// <inheritdoc cref="GenreLists.Choose"/>
    internal BitArray? Choose(IReadOnlyList<string> wanted, IReadOnlyList<string> excluded) =>
        genres.Choose(Movies.Count, wanted, excluded);

    internal List<TitleMatch> FindTitles(string query) => titles.Find(query, standings.Popularities);

    internal void ScoreWords(string query, Span<float> scores) => words.Value.Score(query, scores);

    internal float Popularity(int item) => standings.Popularity(item);

    private int LastShown(MovieListingRequest request)
    {
        var reference = new MovieReference(MovieNumbering.MovieLens, PageCursor.Read(request));
        return numbers.TryFind(reference, out int item) ? item : throw PageCursor.Foreign();
    }

    private MovieListing Walk(MovieListingRequest request, BitArray? chosen, int? last)
    {
        ListingOrder order = orders[request.Sort];
        var items = new List<int>(request.Limit);
        int place = last is { } item ? order.Places[item] + 1 : 0;
        bool hasMore = false;
        for (; place < order.Items.Length && !hasMore; place++)
        {
            if (chosen is null || chosen[order.Items[place]])
            {
                hasMore = items.Count == request.Limit;
                if (!hasMore)
                {
                    items.Add(order.Items[place]);
                }
            }
        }

        int total = chosen is null ? Movies.Count : Count(chosen);
        return new MovieListing(items, total, hasMore ? NextCursor(request, items[^1]) : null);
    }

    private MovieListing Matching(MovieListingRequest request, string query, BitArray? chosen, int? last)
    {
        List<TitleMatch> matches = FindTitles(query);
        matches.RemoveAll(match => chosen is not null && !chosen[match.Item]);
        TitleMatch? after = null;
        if (last is { } item)
        {
            int found = matches.FindIndex(match => match.Item == item);
            after = found < 0 ? throw PageCursor.Foreign() : matches[found];
        }

        (TitleMatch[] page, bool hasMore) = BestMatches.Page(matches, Comparison(request.Sort), after, request.Limit);
        int[] items = [.. page.Select(match => match.Item)];
        return new MovieListing(items, matches.Count, hasMore ? NextCursor(request, items[^1]) : null);
    }

    private Comparison<TitleMatch> Comparison(MovieSort sort)
    {
        int[] places = orders[sort].Places;
        return sort == MovieSort.Relevance
            ? (left, right) =>
                left.Score == right.Score
                    ? places[left.Item].CompareTo(places[right.Item])
                    : right.Score.CompareTo(left.Score)
            : (left, right) => places[left.Item].CompareTo(places[right.Item]);
    }

    private string NextCursor(MovieListingRequest request, int item) =>
        PageCursor.Write(request, Movies[item].Id.Value);

    private static int Count(BitArray chosen)
    {
        var words = new int[(chosen.Length + 31) / 32];
        chosen.CopyTo(words, 0);
        return words.Sum(word => BitOperations.PopCount((uint)word));
    }
}
