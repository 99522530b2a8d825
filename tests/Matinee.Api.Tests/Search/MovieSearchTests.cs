using Matinee.Api.Search;
using Matinee.Core;

namespace Matinee.Api.Tests.Search;

public class MovieSearchTests
{
    private static readonly MovieSearch Lexical = new(null);

    [Theory]
    [InlineData("toy story", "Toy Story (1995)")]
    [InlineData("the matrix", "Matrix, The (1999)")]
    [InlineData("heat 1995", "Heat (1995)")]
    public void Search_ExactTitle_IsFirstAndMarked(string query, string title)
    {
        SearchHit first = Lexical.Search(Films.Demo, new() { Query = query }).Hits[0];

        Assert.Equal(title, Films.Demo.Movies[first.Item].Title);
        Assert.True(first.IsTitle);
    }

    [Fact]
    public void Search_Words_FindsTagsInAnyFormOfTheWord()
    {
        MovieIndex index = MovieIndex.Build(
            [
                Films.Film(1, "Alpha (1994)", "Sci-Fi") with
                {
                    Tags = [new("robots", 2), new("lonely", 1)],
                },
                Films.Film(2, "Beta (1985)", "Drama") with
                {
                    Plot = "A lonely farmer meets a robot.",
                },
                Films.Film(3, "Gamma (1996)", "Comedy") with
                {
                    Tags = [new("stories of zombies", 1)],
                },
            ],
            MovieStatistics.None
        );

        Assert.Equal([0, 1], Items(index, "movie about a lonely robot"));
        Assert.Equal([0], Items(index, "science fiction"));
        Assert.Equal([0], Items(index, "scifi of the 90s film robots")[..1]);
        Assert.Equal([2], Items(index, "zombie"));
        Assert.Equal([2], Items(index, "story"));
        Assert.Equal([1], Items(index, "80s"));
        Assert.Empty(Items(index, "the of and"));
        Assert.Empty(Items(index, "?!"));
        Assert.Empty(Items(index, "spaceship"));
    }

    [Fact]
    public void Search_MoreOfTheQuery_BeatsMorePopular()
    {
        MovieIndex index = MovieIndex.Build(
            [
                Films.Film(1, "Alpha (1994)") with
                {
                    Tags = [new("samurai", 1)],
                },
                Films.Film(2, "Beta (1985)") with
                {
                    Tags = [new("samurai", 1), new("revenge", 1)],
                },
            ],
            new MovieStatistics([10_000, 1], [4, 3])
        );

        Assert.Equal([1, 0], Items(index, "samurai revenge"));
        Assert.Equal([0, 1], Items(index, "samurai"));
    }

    [Fact]
    public void Search_Genres_ChooseAndExclude()
    {
        var request = new SearchRequest
        {
            Query = "vampire",
            ExcludedGenres = ["horror"],
            Limit = 100,
        };

        IReadOnlyList<SearchHit> hits = Lexical.Search(Films.Demo, request).Hits;

        Assert.NotEmpty(hits);
        Assert.All(hits, hit => Assert.DoesNotContain("Horror", Films.Demo.Movies[hit.Item].Genres));
        Assert.Throws<MatineeException>(() => Lexical.Search(Films.Demo, request with { Genres = ["Horrror"] }));
    }

    [Fact]
    public void Search_WithoutIndexOfMeanings_SaysSo()
    {
        SearchAnswer answer = Lexical.Search(Films.Demo, new() { Query = "space" });

        Assert.Equal(SearchMode.Lexical, answer.Mode);
        Assert.Equal("Search goes by words only: the server reads no movies for their meaning.", answer.Note);
    }

    [Theory]
    [InlineData("", 10)]
    [InlineData(" \t", 10)]
    [InlineData("space", 0)]
    [InlineData("space", 101)]
    public void Search_BadRequest_Throws(string query, int limit) =>
        Assert.Throws<MatineeException>(() => Lexical.Search(Films.Demo, new() { Query = query, Limit = limit }));

    [Fact]
    public void Search_MovieAdded_IsFoundByItsWords()
    {
        Films.Demo.Prepare();
        MovieIndex grown = Films.Demo.With(
            Films.Film(1_000_001, "Nets (2031)") with
            {
                Plot = "Herring fishers strike.",
            }
        );

        Assert.Equal([Films.Demo.Movies.Count], Items(grown, "herring fisher"));
        Assert.Empty(Items(Films.Demo, "herring fisher"));
    }

    private static int[] Items(MovieIndex index, string query) =>
        [.. Lexical.Search(index, new() { Query = query }).Hits.Select(hit => hit.Item)];
}
