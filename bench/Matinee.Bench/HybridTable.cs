using System.Diagnostics;
using System.Globalization;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Hybrid;
using Matinee.Core.Numerics;
using Matinee.Neural;
using Matinee.Neural.Hybrid.Scoring;

namespace Matinee.Bench;

/// <summary>
/// Milliseconds per history of networks with the shapes of MovieLens's small and full datasets: the time does not depend on
/// what the numbers say.
/// </summary>
internal static class HybridTable
{
    private const int Histories = 64;
    private const int Ratings = 150;
    private const int Rounds = 15;

    /// <param name="device">Where libtorch computes; null: Core does, on one thread.</param>
    public static void Print(TextWriter output, DeviceChoice? device = null)
    {
        string where = device is null ? "one thread" : $"libtorch on {device}";
        output.WriteLine(
            $"d = 256, r = 64, {Ratings} ratings per history, {Histories} histories in a batch, {where}; the median of {Rounds} rounds"
        );
        output.WriteLine();
        output.WriteLine("| movies | texts | facets | load, s | score, ms | in batches, ms | 20 ratings, ms |");
        output.WriteLine("|---|---|---|---|---|---|---|");
        PrintSize(output, device, movies: 9_742, texts: 12_000, facetsPerMovie: 4);
        PrintSize(output, device, movies: 88_000, texts: 150_000, facetsPerMovie: 8);
    }

    private static void PrintSize(TextWriter output, DeviceChoice? device, int movies, int texts, int facetsPerMovie)
    {
        HybridTensors tensors = Tensors(new HybridOptions(), movies, texts, facetsPerMovie);
        long start = Stopwatch.GetTimestamp();
        var core = new HybridModel(new HybridOptions(), tensors);
        using TorchHybridModel? torch = device is { } choice ? TorchHybridModel.On(choice, core) : null;
        IRanker model = (IRanker?)torch ?? core;
        IRatingPredictor predictor = (IRatingPredictor?)torch ?? core;
        double load = Stopwatch.GetElapsedTime(start).TotalSeconds;
        UserHistory[] histories = [.. Enumerable.Range(0, Histories).Select(n => History(n, movies))];
        var scores = new float[movies];
        var batch = new float[Histories * movies];
        var predictions = new RatingPrediction[20];
        double one = Milliseconds(() => EachHistory(history => model.Score(history, scores)));
        double together = Milliseconds(() => model.ScoreBatch(histories, batch));
        int[] items = [.. Enumerable.Range(0, predictions.Length).Select(n => n * 97)];
        double ratings = Milliseconds(() => EachHistory(history => predictor.Predict(history, items, predictions)));
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {movies} | {texts} | {movies * facetsPerMovie} | {load:F2} | {one:F2} | {together:F2} | {ratings:F3} |"
            )
        );

        void EachHistory(Action<UserHistory> act)
        {
            foreach (UserHistory history in histories)
            {
                act(history);
            }
        }
    }

    private static double Milliseconds(Action roundOfHistories)
    {
        roundOfHistories();
        var times = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            times[round] = Clock.Milliseconds(roundOfHistories) / Histories;
        }

        return times.Order().ElementAt(Rounds / 2);
    }

    private static UserHistory History(int number, int movies)
    {
        int[] items = [.. Enumerable.Range(0, Ratings).Select(n => n * (movies / Ratings) + number)];
        return new UserHistory(
            items,
            items.Select(item => 0.5f + item % 10 / 2f).ToArray(),
            items.Select(item => 1_000_000_000L + 1000 * item).ToArray()
        );
    }

    private static HybridTensors Tensors(HybridOptions options, int movies, int texts, int facetsPerMovie)
    {
        int stream = 0;
        int d = options.RankingFactors;
        int r = options.NFactors;
        int keys = options.AttentionHeads * options.KeyDimension;
        var random = new CounterRandom(42, -1);
        return new HybridTensors
        {
            HistoryItems = Values(movies * d),
            RankingItems = Values(movies * d),
            RankingBias = Values(movies),
            HistoryQuery = Values(d * options.HistoryHeads),
            RatingGate = Values(HistorySignals.RatingLevels * options.HistoryHeads),
            RecencyGate = Values(HistorySignals.AgeBuckets * options.HistoryHeads),
            Temperature = 1,
            RatingItems = Values(movies * r),
            RatingHistory = Values(movies * r),
            RatingBias = Values(movies),
            HistoryToRating = Values(r * d),
            HistoryToRatingBias = Values(r),
            UserFactors = [],
            UserBias = [],
            RatingHidden = Values(options.HiddenUnits * 2 * r),
            RatingHiddenBias = Values(options.HiddenUnits),
            RatingOutput = Values(options.HiddenUnits),
            RatingOutputBias = 0,
            Scale = new HybridRatingScale(3.5f, 0.5f, 5, 5, 5),
            Text = new HybridTextTensors
            {
                Gate = Values(movies),
                AttentionQuery = Values(d * keys),
                Keys = Values(texts * keys),
                RankingValues = Values(texts * d),
                RatingValues = Values(texts * r),
                KindBias = Values(4 * options.AttentionHeads),
                FacetStarts = [.. Enumerable.Range(0, movies + 1).Select(movie => movie * facetsPerMovie)],
                FacetTexts = [.. Enumerable.Range(0, movies * facetsPerMovie).Select(n => random.Below(texts, n))],
                // A text is of one kind.
                FacetKinds = [.. Enumerable.Range(0, movies * facetsPerMovie).Select(n => random.Below(texts, n) % 4)],
            },
        };

        // Uniform in −0.5 to 0.5: normal numbers would take longer to make than to use.
        float[] Values(int length)
        {
            var source = new CounterRandom(42, stream++);
            var values = new float[length];
            for (int n = 0; n < length; n++)
            {
                values[n] = (float)source.Uniform(n) - 0.5f;
            }

            return values;
        }
    }
}
