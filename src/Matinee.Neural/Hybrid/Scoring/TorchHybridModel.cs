using System.Runtime.InteropServices;
using Matinee.Core;
using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Hybrid;
using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid.Scoring;

/// <summary>
/// A trained network whose scores and predicted ratings libtorch computes, on a GPU or the CPU, for many histories at once;
/// they are <see cref="HybridModel"/>'s up to rounding. Explanations and files are that model's own.
/// </summary>
public sealed class TorchHybridModel : IExplainer, IRatingPredictor, IDisposable
{
    private const string Remedy = "Close what else runs on the device, or use device 'cpu'.";

    private readonly HybridModel model;
    private readonly Device device;
    private readonly DeviceNetwork network;
    private readonly RankingPass ranking;
    private readonly RatingPass ratings;

    // One batch at a time has the device, and its memory; who asked ranks and measures meanwhile.
    private readonly Lock turn = new();

    private TorchHybridModel(HybridModel model, Device device)
    {
        this.model = model;
        this.device = device;
        network = DeviceMemory.Guard("the network", Remedy, () => new DeviceNetwork(model, device));
        ranking = new RankingPass(network, readsBest: ItemCount > HybridModel.LargestFullCatalog);
        ratings = new RatingPass(network);
    }

    public string Kind => model.Kind;
    public int ItemCount => model.ItemCount;

    /// <summary><c>cpu</c> or <c>cuda</c>.</summary>
    public string DeviceName => device.type.ToString().ToLowerInvariant();

    /// <summary>Copies a network to a device.</summary>
    /// <exception cref="MatineeException">The device or the native library is missing, or its memory is too small.</exception>
    public static TorchHybridModel On(DeviceChoice choice, HybridModel model) =>
        new(model, TorchRuntime.Choose(choice));

    public void Score(UserHistory history, Span<float> scores) => ScoreBatch([history], scores);

    /// <inheritdoc cref="HybridModel.ScoreBatch(ReadOnlySpan{UserHistory}, Span{float})"/>
    /// <exception cref="MatineeException">The device's memory is too small.</exception>
    public void ScoreBatch(ReadOnlySpan<UserHistory> histories, Span<float> scores)
    {
        long[] bytes = [.. histories.ToArray().Select(history => ranking.BytesPerHistory + BytesOf(history))];
        foreach (Range range in ScoringBlocks.Of(bytes))
        {
            UserHistory[] block = histories[range].ToArray();
            Run(block, ranking.Scores, scores.Slice(range.Start.Value * ItemCount, block.Length * ItemCount));
        }
    }

    public void Predict(UserHistory history, ReadOnlySpan<int> items, Span<RatingPrediction> predictions) =>
        PredictBatch([history], [items.Length], items, predictions);

    /// <exception cref="MatineeException">The device's memory is too small.</exception>
    public void PredictBatch(
        ReadOnlySpan<UserHistory> histories,
        ReadOnlySpan<int> counts,
        ReadOnlySpan<int> items,
        Span<RatingPrediction> predictions
    )
    {
        IEnumerable<long> ofHistories = histories.ToArray().Select(BytesOf);
        long[] bytes = [.. ofHistories.Zip(counts.ToArray(), (own, count) => own + count * ratings.BytesPerMovie)];
        int start = 0;
        foreach (Range range in ScoringBlocks.Of(bytes))
        {
            UserHistory[] block = histories[range].ToArray();
            int[] blockCounts = counts[range].ToArray();
            var means = new float[blockCounts.Sum()];
            long[] asked = [.. items.Slice(start, means.Length).ToArray().Select(item => (long)item)];
            Run(block, batch => ratings.Means(batch, blockCounts, asked), means);
            for (int n = 0; n < means.Length; n++)
            {
                predictions[start + n] = new RatingPrediction(means[n]);
            }

            start += means.Length;
        }
    }

    public void Contributions(UserHistory history, ReadOnlySpan<int> explained, Span<float> contributions) =>
        model.Contributions(history, explained, contributions);

    public void Save(ComponentWriter writer) => model.Save(writer);

    public void Dispose() => network.Dispose();

    // Every rating's vectors, as they are and weighted.
    private long BytesOf(UserHistory history) =>
        2L * sizeof(float) * history.Count * (model.Options.RankingFactors + model.Options.NFactors);

    /// <param name="pass">A block of histories → as many numbers as there is room for.</param>
    private void Run(UserHistory[] block, Func<HistoryBatch, Tensor> pass, Span<float> destination)
    {
        lock (turn)
        {
            // Others rank meanwhile, and make garbage.
            using CollectionPause pause = CollectionPause.Begin();
            // Both are the thread's, not the process's.
            using var noGradients = no_grad();
            using var scope = NewDisposeScope();
            Tensor values = DeviceMemory.Guard(
                "a batch of histories",
                Remedy,
                () => pass(HistoryBatch.Of(block, device)).contiguous().cpu()
            );
            MemoryMarshal.Cast<byte, float>(values.bytes).CopyTo(destination);
        }
    }
}
