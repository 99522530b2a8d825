using System.Diagnostics;
using Matinee.Core.Catalog.Facets;
using Matinee.Data.Folders;
using Matinee.Text;
using Matinee.Text.Caching;

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

    public static void Print(TextWriter output, string datasetFolder)
    {
        var options = new TextEncoderOptions();
        using (var encoder = new OnnxTextEncoder(options))
        {
            output.WriteLine($"loading            {Seconds(() => _ = encoder.Dimensions):F2} s");
            output.WriteLine($"24-token texts     {Throughput(encoder):F0} per second, {options.Threads} threads");
        }

        string[] texts =
        [
            .. DatasetFolder
                .Read(datasetFolder)
                .Catalog.Movies.SelectMany(movie => MovieFacets.Of(movie, new MovieFacetOptions()))
                .Select(facet => facet.Text),
        ];
        string folder = Directory.CreateTempSubdirectory("matinee-bench-").FullName;
        try
        {
            PrintFacets(output, "empty cache", texts, folder);
            PrintFacets(output, "full cache ", texts, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Throughput(OnnxTextEncoder encoder)
    {
        string[] texts = [.. Enumerable.Repeat(Sentence, TextsPerRound)];
        return TextsPerRound
            / Enumerable.Range(0, Rounds).Min(_ => Seconds(() => encoder.Encode(texts, TextRole.Document)));
    }

    // With an encoder of its own, so that hashing and loading the model count.
    private static void PrintFacets(TextWriter output, string name, string[] texts, string folder)
    {
        using var encoder = new OnnxTextEncoder(new TextEncoderOptions());
        CachedEncoding? encoding = null;
        double seconds = Seconds(() => encoding = new EmbeddingCache(folder).Encode(encoder, texts, TextRole.Document));
        output.WriteLine(
            $"facets, {name} {seconds:F2} s: {texts.Length} facets, {encoding!.Hits} known texts, {encoding.Misses} new"
        );
    }

    private static double Seconds(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
