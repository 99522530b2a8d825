using Matinee.Api.Search;
using Matinee.Api.Search.Listing;
using Matinee.Core;
using Matinee.Core.Catalog;

namespace Matinee.Api.Tests.Search;

public class MovieIndexListingTests
{
    // Ratings: 3, 9, 0, 1, 9.
    private static readonly MovieIndex Five = MovieIndex.Build(
        [
            Films.Film(10, "Brazil (1985)", "Sci-Fi", "Comedy"),
            Films.Film(20, "Alien (1979)", "Sci-Fi", "Horror"),
            Films.Film(30, "Élan", "Drama"),
            Films.Film(40, "Cube (1997)", "Horror"),
            Films.Film(50, "Airplane! (1980)", "Comedy"),
        ],
        new MovieStatistics([3, 9, 0, 1, 9], [3, 5, float.NaN, 4.5f, 3])
    );

    [Theory]
    // Equal counts go by id.
    [InlineData(MovieSort.Relevance, "20 50 10 40 30")]
    [InlineData(MovieSort.Popularity, "20 50 10 40 30")]
    // The mean of all 22 ratings is 85.5 / 22 = 3.886. 20: (45 + 25 · 3.886) / 34 = 4.181; 40: 3.910; 30: 3.886; 10: 3.791; 50: 3.652.
    [InlineData(MovieSort.Rating, "20 40 30 10 50")]
    [InlineData(MovieSort.Year, "40 10 50 20 30")]
    [InlineData(MovieSort.Title, "50 20 10 40 30")]
    public void List_Sorted_IsInThatOrder(MovieSort sort, string ids) =>
        Assert.Equal(ids, Ids(Five, Five.List(new() { Sort = sort })));

    [Theory]
    [InlineData("horror", "20 40")]
    [InlineData("Horror Comedy", "20 50 10 40")]
    [InlineData("!Sci-Fi", "50 40 30")]
    [InlineData("Comedy !Sci-Fi", "50")]
    [InlineData("Comedy !comedy", "")]
    public void List_Genres_ChooseAnyAndExclude(string genres, string ids)
    {
        MovieListing listing = Five.List(new MovieListingRequest().WithGenres(genres.Split(' ')));

        Assert.Equal(ids, Ids(Five, listing));
        Assert.Equal(listing.Items.Count, listing.Total);
    }

    [Fact]
    public void List_UnknownGenre_NamesTheNearest()
    {
        var error = Assert.Throws<MatineeException>(() => Five.List(new() { Genres = ["Horor"] }));

        Assert.Equal("No movie of the catalogue has the genre 'Horor'. Did you mean 'Horror'?", error.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void List_LimitOutOfRange_Throws(int limit) =>
        Assert.Throws<MatineeException>(() => Five.List(new() { Limit = limit }));

    [Theory]
    [InlineData(null, MovieSort.Popularity, "")]
    [InlineData(null, MovieSort.Title, "")]
    [InlineData(null, MovieSort.Rating, "Drama !Comedy")]
    [InlineData("the", MovieSort.Relevance, "")]
    [InlineData("s", MovieSort.Relevance, "!Drama")]
    [InlineData("star", MovieSort.Year, "")]
    public void List_PageByPage_GivesWhatOnePageWould(string? query, MovieSort sort, string genres)
    {
        MovieListingRequest request = new MovieListingRequest
        {
            Query = query,
            Sort = sort,
            Limit = 100,
        }.WithGenres(genres.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        MovieListing all = Films.Demo.List(request);
        var paged = new List<int>();
        string? cursor = null;
        do
        {
            MovieListing page = Films.Demo.List(request with { Limit = 7, Cursor = cursor });
            Assert.Equal(all.Total, page.Total);
            paged.AddRange(page.Items);
            cursor = page.Next;
        } while (cursor is not null);

        Assert.Equal(all.Total, paged.Count);
        Assert.Equal(paged.Count, paged.Distinct().Count());
        Assert.Equal(all.Items, paged.Take(100));
        Assert.Equal(all.Total > 100, all.Next is not null);
    }

    [Theory]
    [InlineData(null, MovieSort.Title)]
    [InlineData("alien", MovieSort.Relevance)]
    public void List_MovieAddedBetweenPages_MovesNothing(string? query, MovieSort sort)
    {
        var request = new MovieListingRequest
        {
            Query = query,
            Sort = sort,
            Limit = 2,
        };
        MovieListing first = Films.Demo.List(request);
        MovieListing second = Films.Demo.List(request with { Cursor = first.Next });
        MovieIndex grown = Films
            .Demo.With(Films.Film(1_000_001, "Alien Aardvark (1980)"))
            .With(Films.Film(1_000_002, "Zulu Aliens (1980)"));

        MovieListing secondOfGrown = grown.List(request with { Cursor = first.Next });

        Assert.Equal(Ids(Films.Demo, second), Ids(grown, secondOfGrown));
        Assert.Equal(second.Total + 2, secondOfGrown.Total);
    }

    [Fact]
    public void List_CursorOfAnotherListing_Throws()
    {
        string cursor = Five.List(new() { Limit = 1 }).Next!;

        Assert.Single(Five.List(new() { Limit = 1, Cursor = cursor }).Items);
        Assert.Equal(4, Five.List(new() { Limit = 100, Cursor = cursor }).Items.Count);
        AssertForeign(Five, new() { Cursor = cursor, Sort = MovieSort.Title });
        AssertForeign(Five, new() { Cursor = cursor, Query = "alien" });
        AssertForeign(Five, new() { Cursor = cursor, Genres = ["Horror"] });
        AssertForeign(Five, new() { Cursor = cursor, ExcludedGenres = ["Horror"] });
        AssertForeign(Films.Index("Heat (1995)"), new() { Cursor = cursor });
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("AAAAAAAAAAAAAAAA")]
    [InlineData("//////////////////////////")]
    [InlineData("\ud800\0")]
    public void List_BadCursor_Throws(string cursor) => AssertForeign(Five, new() { Cursor = cursor });

    [Fact]
    public void With_Movie_IsFoundListedAndNumbered()
    {
        // Orders that exist are added to, others are made anew.
        _ = Five.List(new() { Sort = MovieSort.Title });
        Movie added = Films.Film(1_000_001, "Brazilian Nights (1990)", "Noir", "Horror") with { ImdbId = "0000077" };

        MovieIndex grown = Five.With(added);

        Assert.Equal(["Brazilian Nights (1990)"], grown.Found("brazilian nigths"));
        Assert.Equal(["Brazil (1985)", "Brazilian Nights (1990)"], grown.Found("brazil"));
        Assert.Equal("50 20 10 1000001 40 30", Ids(grown, grown.List(new() { Sort = MovieSort.Title })));
        Assert.Equal("20 40 30 1000001 10 50", Ids(grown, grown.List(new() { Sort = MovieSort.Rating })));
        Assert.Equal("1000001", Ids(grown, grown.List(new() { Genres = ["noir"] })));
        Assert.Equal("20 40 1000001", Ids(grown, grown.List(new() { Genres = ["Horror"] })));
        Assert.True(grown.TryFind(MovieReference.Parse("tt0000077"), out int item));
        Assert.Same(added, grown.Movies[item]);
        Assert.Equal(5, Five.Movies.Count);
        Assert.Equal(5, Five.List(new()).Total);
        Assert.False(Five.TryFind(MovieReference.Parse("1000001"), out _));
    }

    [Fact]
    public void With_ManyMovies_AnswersAsOneBuiltFromAll()
    {
        Movie[] movies = [.. Films.Demo.Movies.Select(movie => movie)];
        MovieIndex grown = MovieIndex.Build(movies[..2], MovieStatistics.None);
        foreach (Movie movie in movies[2..])
        {
            grown = grown.With(movie);
        }

        MovieIndex built = MovieIndex.Build(movies, MovieStatistics.None);

        foreach (string query in (string[])["star", "the godfather", "1999", "teh matrx", "s"])
        {
            Assert.Equal(built.Found(query, 50), grown.Found(query, 50));
        }
    }

    private static string Ids(MovieIndex index, MovieListing listing) =>
        string.Join(' ', listing.Items.Select(item => index.Movies[item].Id));

    private static void AssertForeign(MovieIndex index, MovieListingRequest request)
    {
        var error = Assert.Throws<MatineeException>(() => index.List(request));
        Assert.StartsWith("The cursor is not one of this listing.", error.Message, StringComparison.Ordinal);
    }
}
