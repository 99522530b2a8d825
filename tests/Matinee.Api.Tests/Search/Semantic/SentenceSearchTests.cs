using CsCheck;
using Matinee.Api.Search;
using Matinee.Api.Search.Semantic;
using Matinee.Core.Catalog;
using Matinee.Data.Demo;

namespace Matinee.Api.Tests.Search.Semantic;

/// <summary>Search with the real encoder, among some hundred films with hand-written tags.</summary>
public sealed class SentenceSearchTests(SentenceSearchTests.ReadFilms films)
    : IClassFixture<SentenceSearchTests.ReadFilms>
{
    [Theory]
    [InlineData("slow-burn space film about grief", 3, "Solaris (1972)")]
    [InlineData("astronauts far from home", 5, "Gravity (2013)")]
    [InlineData("shark attacks a beach town", 1, "Jaws (1975)")]
    [InlineData("a rat who cooks", 1, "Ratatouille (2007)")]
    [InlineData("robbing a casino in las vegas", 5, "Ocean's Eleven (2001)")]
    [InlineData("prizefighter from philadelphia", 1, "Rocky (1976)")]
    [InlineData("funny movie about the undead", 5, "Shaun of the Dead (2004)")]
    [InlineData("japanese warriors with swords", 3, "Seven Samurai (1954)")]
    [InlineData("toy story", 1, "Toy Story (1995)")]
    [InlineData("the matrix", 1, "Matrix, The (1999)")]
    [InlineData("teh godfahter", 3, "Godfather, The (1972)")]
    public void Search_Query_FindsTheFilm(string query, int among, string title)
    {
        SearchAnswer answer = films.Search.Search(films.Index, new() { Query = query, Limit = 20 });

        Assert.Equal(SearchMode.Hybrid, answer.Mode);
        string[] found = [.. answer.Hits.Select(hit => films.Index.Movies[hit.Item].Title)];
        Assert.True(found.Take(among).Contains(title), string.Join(" | ", found));
    }

    [Fact]
    public void Search_AnyText_IsTakenByTheEncoder() =>
        Gen.Char['\0', '\uffff']
            .Array[1, 300]
            .Select(letters => "x" + new string(letters))
            .Sample(
                query => Assert.All(films.Search.Search(films.Index, new() { Query = query }).Hits, AssertFinite),
                iter: 60
            );

    [Theory]
    [InlineData("x\ud83d")]
    [InlineData("x\0\u0001\u202e\ufeff")]
    public void Search_OddText_IsTakenByTheEncoder(string query) =>
        Assert.All(films.Search.Search(films.Index, new() { Query = query }).Hits, AssertFinite);

    [Fact]
    public void Search_ManyThousandLetters_IsCut()
    {
        string longest = string.Join(' ', Enumerable.Repeat("spaceship 😀", 1000));

        Assert.Equal(20, films.Search.Search(films.Index, new() { Query = longest }).Hits.Count);
    }

    [Fact]
    public void Search_ManyThreads_AnswerAsOne()
    {
        string[] queries =
        [
            .. films.Index.Movies.Take(40).Select(movie => $"something like {movie.Title}, but longer"),
        ];
        SearchHit[][] alone = [.. queries.Select(Hits)];

        Parallel.For(
            0,
            400,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            n => Assert.Equal(alone[n % queries.Length], Hits(queries[n % queries.Length]))
        );

        SearchHit[] Hits(string query) => [.. films.Search.Search(films.Index, new() { Query = query }).Hits];
    }

    private static void AssertFinite(SearchHit hit) => Assert.True(double.IsFinite(hit.Score));

    public sealed class ReadFilms : IDisposable
    {
        private const int WellKnown = 4;
        private readonly string folder = Directory.CreateTempSubdirectory("matinee-search-").FullName;
        private readonly SemanticIndex semantic;

        public ReadFilms()
        {
            int[] kept =
            [
                .. DemoCatalogue
                    .Load()
                    .Index()
                    .Where(film => film.Item.Fame >= WellKnown || film.Item.Tags.Contains("slow burn"))
                    .Select(film => film.Index),
            ];
            Movie[] movies = [.. kept.Select(item => Films.Demo.Movies[item])];
            Index = MovieIndex.Build(
                movies,
                new MovieStatistics([.. movies.Select(_ => 10)], [.. movies.Select(_ => 3f)])
            );
            semantic = new SemanticIndex(movies, new() { CacheFolder = folder });
            Search = new MovieSearch(semantic);
            Assert.True(
                SpinWait.SpinUntil(() => semantic.State.Status != SemanticStatus.Building, TimeSpan.FromMinutes(2)),
                semantic.State.Note
            );
        }

        internal MovieIndex Index { get; }
        internal MovieSearch Search { get; }

        public void Dispose()
        {
            semantic.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }
}
