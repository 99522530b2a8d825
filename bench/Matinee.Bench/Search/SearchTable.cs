using System.Diagnostics;
using Matinee.Api.Search;
using Matinee.Api.Search.Semantic;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Data;

namespace Matinee.Bench.Search;

/// <summary>What search in a person's own words finds in a MovieLens folder, and how long it takes among 88 000 movies.</summary>
internal static class SearchTable
{
    private const int Shown = 8;
    private const int Rounds = 30;

    private static readonly string[] Queries =
    [
        "slow-burn space film about grief",
        "the matrix",
        "toy story",
        "romantic comedy set in paris",
        "heist movie with a clever twist",
        "zombie apocalypse comedy",
        "world war 2 submarine thriller",
        "dystopian future totalitarian government",
        "mafia family epic",
        "feel-good film about a chef",
        "animated movie about toys that come alive",
        "serial killer hunted by detectives, dark and rainy",
        "time travel paradox",
        "samurai classic by kurosawa",
        "90s teen comedy high school",
        "lawyer fights racism in the american south",
        "robot learns to love",
        "surreal dream-like mystery",
        "shark attacks a beach town",
        "movies like blade runner",
        "sad film about a dying parent",
        "boxing underdog",
        "documentary about music",
        "space opera with lightsabers",
    ];

    public static void Judge(TextWriter output, string rawFolder, string cacheFolder)
    {
        MovieIndex index = Read(rawFolder);
        using SemanticIndex semantic = Ready(output, index.Movies, cacheFolder);
        foreach (string query in Queries)
        {
            var request = new SearchRequest { Query = query, Limit = Shown };
            output.WriteLine($"\n{query}");
            Print("hybrid  ", new MovieSearch(semantic).Search(index, request));
            Print("lexical ", new MovieSearch(null).Search(index, request));
        }

        void Print(string name, SearchAnswer answer) =>
            output.WriteLine($"  {name} {string.Join(" | ", answer.Hits.Select(hit => index.Movies[hit.Item].Title))}");
    }

    public static void Time(TextWriter output, int movies, string cacheFolder)
    {
        Movie[] drawn = new SyntheticFilms(1).Draw(movies);
        MovieIndex index = MovieIndex.Build(drawn, MovieStatistics.None);
        output.WriteLine($"indexing words     {Milliseconds(index.Prepare):F0} ms");
        using SemanticIndex semantic = Ready(output, drawn, cacheFolder);
        var search = new MovieSearch(semantic);
        foreach (string query in Queries.Take(8))
        {
            var request = new SearchRequest { Query = query };
            double best = Enumerable.Range(0, Rounds).Min(_ => Milliseconds(() => search.Search(index, request)));
            output.WriteLine($"{query, -50} {best, 6:F1} ms");
        }
    }

    private static SemanticIndex Ready(TextWriter output, IReadOnlyList<Movie> movies, string cacheFolder)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        var semantic = new SemanticIndex(movies, new SemanticIndexOptions { CacheFolder = cacheFolder });
        double seconds = Milliseconds(() => SpinWait.SpinUntil(() => Wait(semantic) != SemanticStatus.Building)) / 1000;
        output.WriteLine(
            $"reading {movies.Count} movies  {seconds:F1} s, {semantic.State.Status} {semantic.State.Note}"
        );
        output.WriteLine($"managed memory     {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:F0} MB");
        return semantic;
    }

    private static SemanticStatus Wait(SemanticIndex semantic)
    {
        Thread.Sleep(50);
        return semantic.State.Status;
    }

    private static MovieIndex Read(string rawFolder)
    {
        Dataset dataset = Preprocessor
            .Prepare(
                new PreprocessOptions
                {
                    DataDirectory = rawFolder,
                    Thresholds = new Thresholds { MinTagsPerItem = 1 },
                }
            )
            .Dataset;
        InteractionMatrix ratings = dataset.Matrix(SplitPart.Train, SplitPart.Validation, SplitPart.Test).Transpose();
        int[] counts = [.. Enumerable.Range(0, ratings.RowCount).Select(ratings.RowLength)];
        float[] means =
        [
            .. Enumerable
                .Range(0, ratings.RowCount)
                .Select(item => counts[item] == 0 ? 0 : ratings.RowValues(item).ToArray().Average()),
        ];
        return MovieIndex.Build(dataset.Catalog.Movies, new MovieStatistics(counts, means));
    }

    private static double Milliseconds(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
