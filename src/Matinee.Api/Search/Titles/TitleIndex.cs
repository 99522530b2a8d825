using Matinee.Core.Catalog;

namespace Matinee.Api.Search.Titles;

/// <summary>The titles of a growing catalogue: one segment of most movies, and a small one that is made anew for each that comes.</summary>
internal sealed class TitleIndex
{
    // Making the small segment anew takes about as many microseconds.
    private const int MostAdded = 1024;

    private readonly TitleSegment main;
    private readonly TitleSearch mainSearch;
    private readonly TitleSearch? addedSearch;

    private TitleIndex(TitleSegment main, TitleSearch mainSearch, TitleSearch? addedSearch)
    {
        this.main = main;
        this.mainSearch = mainSearch;
        this.addedSearch = addedSearch;
    }

    public static TitleIndex Build(IReadOnlyList<Movie> movies)
    {
        var main = TitleSegment.Build(movies, 0);
        return new TitleIndex(main, new TitleSearch(main), null);
    }

    /// <param name="movies">Those of this index, and some more.</param>
    public TitleIndex Extended(IReadOnlyList<Movie> movies) =>
        movies.Count - main.MovieCount > MostAdded
            ? Build(movies)
            : new TitleIndex(main, mainSearch, new TitleSearch(TitleSegment.Build(movies, main.MovieCount)));

    /// <inheritdoc cref="TitleSearch.Find"/>
    public List<TitleMatch> Find(string text, ReadOnlySpan<float> popularities)
    {
        var matches = new List<TitleMatch>();
        var query = TitleQuery.Parse(text);
        if (query.Words.Count > 0)
        {
            mainSearch.Find(query, popularities, matches);
            addedSearch?.Find(query, popularities, matches);
        }

        return matches;
    }
}
