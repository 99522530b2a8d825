using Matinee.Api.Search;
using Matinee.Api.Search.Semantic;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;
using Matinee.Data;
using Matinee.Text;
using Matinee.Text.Caching;

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

    /// <param name="cacheFolder">Keeps the vectors.</param>
    public static void Judge(TextWriter output, string rawFolder, string cacheFolder)
    {
        MovieIndex index = Read(rawFolder);
        using SemanticIndex semantic = Ready(output, index.Movies, new() { CacheFolder = cacheFolder });
        output.WriteLine(
            $"of the 50 nearest in single precision, {Recall(index.Movies, semantic, cacheFolder):P1} are in 8 bits"
        );
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

    /// <summary>Among made-up movies with random vectors; only the queries are read by the encoder.</summary>
    public static void Time(TextWriter output, int movies)
    {
        Movie[] drawn = new SyntheticFilms(1).Draw(movies);
        MovieIndex index = MovieIndex.Build(drawn, MovieStatistics.None);
        output.WriteLine($"indexing words     {Clock.Milliseconds(index.Prepare):F0} ms");
        string folder = Directory.CreateTempSubdirectory("matinee-bench-").FullName;
        using var encoder = new OnnxTextEncoder(new TextEncoderOptions { Threads = 1 });
        using (
            SemanticIndex semantic = Ready(
                output,
                drawn,
                new() { CacheFolder = folder, OpenEncoder = () => new RandomDocuments(encoder) }
            )
        )
        {
            Times(output, "hybrid ", index, new MovieSearch(semantic));
            Times(output, "lexical", index, new MovieSearch(null));
        }

        using (
            SemanticIndex again = Ready(
                output,
                drawn,
                new() { CacheFolder = folder, OpenEncoder = () => new RandomDocuments(encoder) }
            )
        )
        {
            output.WriteLine($"from the cache     {again.State.Status}");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static void Times(TextWriter output, string name, MovieIndex index, MovieSearch search)
    {
        foreach (string query in Queries.Take(6))
        {
            var request = new SearchRequest { Query = query };
            double[] times =
            [
                .. Enumerable
                    .Range(0, Rounds)
                    .Select(_ => Clock.Milliseconds(() => search.Search(index, request)))
                    .Order(),
            ];
            output.WriteLine($"{name} {query, -45} best {times[0], 5:F1} ms, median {times[Rounds / 2], 5:F1} ms");
        }
    }

    private static double Recall(IReadOnlyList<Movie> movies, SemanticIndex semantic, string cacheFolder)
    {
        const int nearest = 50;
        using var encoder = new OnnxTextEncoder(new TextEncoderOptions());
        TextVectors vectors = new EmbeddingCache(cacheFolder)
            .Encode(new MovieEncoder(encoder, _ => { }), [.. movies.Select(MovieText.Of)], TextRole.Document)
            .Vectors;
        var exact = new float[movies.Count];
        var rounded = new float[movies.Count];
        return Queries.Average(query =>
        {
            TextVectors read = encoder.Encode(QueryText.Of(query), TextRole.Query);
            for (int n = 0; n < exact.Length; n++)
            {
                exact[n] = Enumerable.Range(0, read.Count).Average(row => Vectors.Dot(read[row], vectors[n]));
            }

            semantic.Score(query, rounded);
            return (double)Best(exact).Intersect(Best(rounded)).Count() / nearest;
        });

        static IEnumerable<int> Best(float[] scores)
        {
            var best = new ScoredItem[nearest];
            TopK.Select(scores, [], best);
            return best.Select(one => one.Item);
        }
    }

    private static SemanticIndex Ready(TextWriter output, IReadOnlyList<Movie> movies, SemanticIndexOptions options)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        var semantic = new SemanticIndex(movies, options);
        double seconds =
            Clock.Milliseconds(() => SpinWait.SpinUntil(() => Wait(semantic) != SemanticStatus.Building)) / 1000;
        output.WriteLine($"reading {movies.Count} movies  {seconds:F1} s {semantic.State.Note}");
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
}
