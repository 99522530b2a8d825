using Matinee.Api.Search;
using Matinee.Api.Search.Semantic;
using Matinee.Core;
using Matinee.Core.Catalog;
using Matinee.Text;

namespace Matinee.Api.Tests.Search.Semantic;

public sealed class SemanticIndexTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("matinee-search-").FullName;

    [Fact]
    public void Search_WhileMoviesAreRead_IsLexicalAndSaysSo()
    {
        var encoder = new WordEncoder { CloseAfter = 1500 };
        using SemanticIndex semantic = Open(encoder, Films.Demo.Movies);
        var search = new MovieSearch(semantic);
        WaitFor(() => semantic.State.Fraction > 0);

        SearchAnswer during = search.Search(Films.Demo, new() { Query = "mafia family" });

        Assert.Equal(SearchMode.Lexical, during.Mode);
        Assert.Equal(SemanticStatus.Building, semantic.State.Status);
        Assert.InRange(semantic.State.Fraction, 0.01, 0.99);
        Assert.Matches(
            @"^Search goes by words only until all movies are read for their meaning; \d\d?% are\.$",
            during.Note
        );
        encoder.CloseAfter = int.MaxValue;
        encoder.Gate.Set();
        WaitFor(() => semantic.State.Status == SemanticStatus.Ready);
        SearchAnswer after = search.Search(Films.Demo, new() { Query = "mafia family" });
        Assert.Equal((SearchMode.Hybrid, null), (after.Mode, after.Note));
        Assert.Equal(new SemanticState(SemanticStatus.Ready, 1, null), semantic.State);
    }

    [Fact]
    public void Next_SameMoviesInAnotherOrder_ReadsNothingAgainAndFindsTheSame()
    {
        var encoder = new WordEncoder();
        using SemanticIndex older = Open(encoder, Films.Demo.Movies);
        WaitFor(() => older.State.Status == SemanticStatus.Ready);
        int read = encoder.Texts;
        var scores = new float[Films.Demo.Movies.Count];
        older.Score("mafia family", scores);

        SemanticIndex next = older.Next([.. Films.Demo.Movies.Reverse()]);

        Assert.Equal(SemanticStatus.Ready, next.State.Status);
        var again = new float[scores.Length];
        Assert.Equal(scores.Length, next.Score("mafia family", again));
        Assert.Equal(scores.Reverse(), again);
        Assert.Equal(read, encoder.Texts);
        // The older one answers requests that still hold it.
        older.Retire();
        Assert.Equal(scores.Length, next.Score("mafia", again));
    }

    [Fact]
    public void Next_OneMovieMore_ReadsThatAlone()
    {
        var encoder = new WordEncoder();
        using SemanticIndex older = Open(encoder, Films.Demo.Movies);
        WaitFor(() => older.State.Status == SemanticStatus.Ready);
        int read = encoder.Texts;
        Movie more = Films.Demo.Movies[0] with { Title = "Zyzzyva Rising (2024)" };

        SemanticIndex next = older.Next([more, .. Films.Demo.Movies]);

        Assert.True(next.WaitUntilReady(TimeSpan.FromSeconds(30)));
        Assert.InRange(encoder.Texts - read, 1, 5);
        var scores = new float[Films.Demo.Movies.Count + 1];
        Assert.Equal(scores.Length, next.Score("zyzzyva rising", scores));
        // All else that is said of the two is the same.
        Assert.True(scores[0] > scores[1]);
        next.Retire();
    }

    [Fact]
    public void Search_EncoderMissing_IsLexicalAndSaysWhy()
    {
        using var semantic = new SemanticIndex(
            Films.Demo.Movies,
            new()
            {
                CacheFolder = folder,
                OpenEncoder = () => throw new MatineeException("There is no text model at x. Check the path."),
            }
        );
        WaitFor(() => semantic.State.Status == SemanticStatus.Unavailable);

        SearchAnswer answer = new MovieSearch(semantic).Search(Films.Demo, new() { Query = "the godfather" });

        Assert.Equal(SearchMode.Lexical, answer.Mode);
        Assert.Equal(
            "Search goes by words only, because movies can't be read for their meaning: There is no text model at x. Check the path.",
            answer.Note
        );
        Assert.Equal("Godfather, The (1972)", Films.Demo.Movies[answer.Hits[0].Item].Title);
    }

    [Fact]
    public void SemanticIndex_CacheFolderUnusable_SaysWhy()
    {
        string file = Path.Combine(folder, "file");
        File.WriteAllText(file, "");
        using var semantic = new SemanticIndex(
            Films.Demo.Movies,
            new() { CacheFolder = Path.Combine(file, "below"), OpenEncoder = () => new WordEncoder() }
        );

        WaitFor(() => semantic.State.Status == SemanticStatus.Unavailable);

        Assert.Contains("The embedding cache", semantic.State.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void SemanticIndex_StoppedAndStarted_GoesOnWhereItWas()
    {
        var first = new WordEncoder { CloseAfter = 700 };
        SemanticIndex stopped = Open(first, Films.Demo.Movies);
        WaitFor(() => !first.Gate.IsSet);
        stopped.Dispose();
        var second = new WordEncoder();

        using SemanticIndex resumed = Open(second, Films.Demo.Movies);
        WaitFor(() => resumed.State.Status == SemanticStatus.Ready);

        var whole = new WordEncoder();
        using var once = new SemanticIndex(
            Films.Demo.Movies,
            new() { CacheFolder = Path.Combine(folder, "other"), OpenEncoder = () => whole }
        );
        WaitFor(() => once.State.Status == SemanticStatus.Ready);
        // A piece of 100 movies is at most 300 facets; what comes twice is counted once or twice.
        Assert.InRange(second.Texts, whole.Texts - 720, whole.Texts - 300);
        Assert.Equal(Scores(once, "space"), Scores(resumed, "space"));
    }

    [Fact]
    public void Extend_MovieAdded_IsFoundByMeaning()
    {
        using SemanticIndex semantic = Open(new WordEncoder(), Films.Demo.Movies);
        WaitFor(() => semantic.State.Status == SemanticStatus.Ready);
        MovieIndex grown = Films.Demo.With(
            Films.Film(1_000_001, "Beekeepers (2031)") with
            {
                Tags = [new MovieTag("honeycomb", 1)],
            }
        );

        semantic.Extend(grown.Movies);

        WaitFor(() => Scores(semantic, "honeycomb", grown.Movies.Count)[^1] > 0.2f);
        Assert.Equal(SemanticStatus.Ready, semantic.State.Status);
        SearchAnswer answer = new MovieSearch(semantic).Search(grown, new() { Query = "honeycomb" });
        Assert.Equal(grown.Movies.Count - 1, answer.Hits[0].Item);
        // An older state of the catalogue doesn't know it.
        SearchAnswer older = new MovieSearch(semantic).Search(Films.Demo, new() { Query = "honeycomb" });
        Assert.DoesNotContain(older.Hits, hit => hit.Item >= Films.Demo.Movies.Count);
    }

    [Fact]
    public void Dispose_WhileReading_EndsAtOnce()
    {
        var encoder = new WordEncoder { CloseAfter = 1 };
        SemanticIndex semantic = Open(encoder, Films.Demo.Movies);
        WaitFor(() => !encoder.Gate.IsSet);

        semantic.Dispose();

        Assert.Equal(1, encoder.Disposals);
        Assert.True(encoder.Texts < 300);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private SemanticIndex Open(ITextEncoder encoder, IReadOnlyList<Movie> movies) =>
        new(
            movies,
            new()
            {
                CacheFolder = folder,
                OpenEncoder = () => encoder,
                MoviesAtOnce = 100,
            }
        );

    private static float[] Scores(SemanticIndex semantic, string query, int movies = 1000)
    {
        var scores = new float[movies];
        semantic.Score(query, scores);
        return scores;
    }

    private static void WaitFor(Func<bool> condition) =>
        Assert.True(SpinWait.SpinUntil(condition, TimeSpan.FromSeconds(60)));
}
