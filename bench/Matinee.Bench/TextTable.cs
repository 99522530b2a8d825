using System.Diagnostics;
using Matinee.Core.Catalog.Facets;
using Matinee.Core.Texts;
using Matinee.Data.Folders;
using Matinee.Text;
using Matinee.Text.Caching;
using Matinee.Text.Tokens;

namespace Matinee.Bench;

/// <summary>
/// all-MiniLM-L6-v2: texts of 24 tokens per second, and how long all facets of a dataset take with an empty cache and with
/// a full one.
/// </summary>
internal static class TextTable
{
    private const int Rounds = 5;
    private const int TextsPerRound = 500;

    // 22 words of one token each, and the two marks.
    private const string Sentence =
        "the man and the woman live in a house by the sea and they love to go to the city by";

    public static void Print(TextWriter output, string datasetFolder, TextPrecision precision)
    {
        var options = new TextEncoderOptions { Precision = precision };
        MovieFacet[] facets =
        [
            .. DatasetFolder
                .Read(datasetFolder)
                .Catalog.Movies.SelectMany(movie => MovieFacets.Of(movie, new MovieFacetOptions())),
        ];
        PrintTexts(output, facets, options);
        using (var encoder = new OnnxTextEncoder(options))
        {
            output.WriteLine($"loading            {Spent(() => _ = encoder.Dimensions)}");
            output.WriteLine($"24-token texts     {Throughput(encoder):F0} per second, {options.Threads} threads");
        }

        string[] texts = [.. facets.Select(facet => facet.Text)];
        string folder = Directory.CreateTempSubdirectory("matinee-bench-").FullName;
        try
        {
            PrintFacets(output, "empty cache", texts, options, folder);
            PrintFacets(output, "full cache ", texts, options, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        using var process = Process.GetCurrentProcess();
        output.WriteLine($"peak memory        {process.PeakWorkingSet64 >> 20} MiB, the dataset's included");
    }

    private static void PrintTexts(TextWriter output, MovieFacet[] facets, TextEncoderOptions options)
    {
        var wordPieces = new WordPieces(options.VocabPath, options.Uncased);
        foreach (IGrouping<FacetKind, MovieFacet> kind in facets.GroupBy(facet => facet.Kind))
        {
            string[] distinct = [.. kind.Select(facet => facet.Text).Distinct()];
            int tokens = distinct.Sum(text => wordPieces.Encode(text, options.MaxTokens).Length);
            output.WriteLine(
                $"{kind.Key, -10} {kind.Count(), 9} facets, {distinct.Length, 7} distinct texts of {(double)tokens / distinct.Length, 4:F1} tokens"
            );
        }
    }

    private static double Throughput(OnnxTextEncoder encoder)
    {
        string[] texts = [.. Enumerable.Repeat(Sentence, TextsPerRound)];
        return TextsPerRound
            / Enumerable.Range(0, Rounds).Min(_ => Seconds(() => encoder.Encode(texts, TextRole.Document)));
    }

    // With an encoder of its own, so that hashing and loading the model count.
    private static void PrintFacets(
        TextWriter output,
        string name,
        string[] texts,
        TextEncoderOptions options,
        string folder
    )
    {
        using var encoder = new OnnxTextEncoder(options);
        CachedEncoding? encoding = null;
        string spent = Spent(() => encoding = new EmbeddingCache(folder).Encode(encoder, texts, TextRole.Document));
        output.WriteLine($"facets, {name} {spent}: {encoding!.Hits} known texts, {encoding.Misses} new");
    }

    // Where the machine is shared, what processors spent says more than the time that went by.
    private static string Spent(Action action)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        double seconds = Seconds(action);
        return $"{seconds:F2} s ({(Environment.CpuUsage.TotalTime - before).TotalSeconds:F2} s of processors)";
    }

    private static double Seconds(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
