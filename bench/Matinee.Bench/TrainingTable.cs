using System.Globalization;
using Matinee.Core.Models;
using Matinee.Core.Models.Hybrid;
using Matinee.Core.Numerics;
using Matinee.Neural.Hybrid;
using Matinee.Text;

namespace Matinee.Bench;

/// <summary>
/// Ratings asked for per second while a network trains, on a dataset with the shape of MovieLens's small one and eight texts
/// per movie: a title, its genres, six tags. The first epoch, in which everything is met for the first time, doesn't count.
/// </summary>
internal static class TrainingTable
{
    private const int Users = 610;
    private const int Movies = 9_724;
    private const int Genres = 950;
    private const int Tags = 1_500;
    private const int TagsPerMovie = 6;
    private const int Dimensions = 384;
    private const int Epochs = 4;

    private static readonly HybridOptions s_small = new()
    {
        NFactors = 64,
        RankingFactors = 64,
        NEpochs = Epochs,
    };

    public static void Print(TextWriter output, HybridDevice device, int threads)
    {
        TrainingData data = Data();
        FacetTable facets = Facets();
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Users} users, {Movies:N0} movies, {data.Ratings.EntryCount:N0} ratings, {facets.Texts.Length / Movies} texts per movie; {device}, {threads} threads"
            )
        );
        output.WriteLine();
        output.WriteLine("| network | history attention | softmax over | samples/s |");
        output.WriteLine("|---|---|---|---|");
        foreach (bool attention in (bool[])[true, false])
        {
            foreach (int negatives in (int[])[512, 2_048, 10_000])
            {
                HybridOptions options = s_small with { UseHistoryAttention = attention, Negatives = negatives };
                Row("64 + 64 factors", options);
            }
        }

        Row("64 + 256 factors (default)", new HybridOptions { NEpochs = Epochs });

        void Row(string name, HybridOptions options)
        {
            double speed = SamplesPerSecond(data, facets, options with { Device = device }, threads);
            string softmax = options.Negatives < Movies ? $"{options.Negatives} drawn" : "all";
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {name} | {(options.UseHistoryAttention ? "yes" : "no")} | {softmax} | {speed:N0} |"
                )
            );
        }
    }

    private static double SamplesPerSecond(TrainingData data, FacetTable facets, HybridOptions options, int threads)
    {
        string folder = Directory.CreateTempSubdirectory("matinee-bench-").FullName;
        string? log = null;
        var context = new TrainingContext
        {
            WorkFolder = folder,
            MaxThreads = threads,
            LogOpened = path => log = path,
        };
        HybridTrainer.Train(data, options with { ValidRatio = 0 }, context, facets);

        string[][] epochs = [.. File.ReadLines(log!).Skip(2).Select(line => line.Split(','))];
        Directory.Delete(folder, recursive: true);
        return epochs.Sum(epoch => double.Parse(epoch[^2], CultureInfo.InvariantCulture))
            / epochs.Sum(epoch => double.Parse(epoch[^1], CultureInfo.InvariantCulture));
    }

    private static TrainingData Data() =>
        new(SyntheticInputs.MovieLensSmall(Users, Movies), SyntheticInputs.Catalog(Movies, n => [$"Genre {n % 20}"]));

    private static FacetTable Facets()
    {
        const int each = 2 + TagsPerMovie;
        var random = new CounterRandom(42, 9);
        var texts = new int[Movies * each];
        var kinds = new int[texts.Length];
        var shares = new float[texts.Length];
        for (int movie = 0; movie < Movies; movie++)
        {
            int first = movie * each;
            (texts[first], kinds[first], shares[first]) = (movie, 0, 1);
            (texts[first + 1], kinds[first + 1], shares[first + 1]) = (Movies + random.Below(Genres, first), 1, 1);
            for (int tag = 2; tag < each; tag++)
            {
                texts[first + tag] = Movies + Genres + random.Below(Tags, first + tag);
                kinds[first + tag] = 2;
                shares[first + tag] = 1 / MathF.Sqrt(TagsPerMovie);
            }
        }

        float[] vectors = SyntheticInputs.Normal((Movies + Genres + Tags) * Dimensions, 10);
        for (int n = 0; n < vectors.Length; n++)
        {
            vectors[n] /= MathF.Sqrt(Dimensions);
        }

        int[] starts = [.. Enumerable.Range(0, Movies + 1).Select(movie => movie * each)];
        return new FacetTable(starts, texts, kinds, shares, new TextVectors(vectors, Dimensions));
    }
}
