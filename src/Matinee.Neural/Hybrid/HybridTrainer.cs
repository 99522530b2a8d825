using Matinee.Core;
using Matinee.Core.Models;
using Matinee.Core.Models.Hybrid;
using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid;

/// <summary>
/// Trains the network. Every step's chances depend on (seed, epoch, step) alone, so a training that goes on from a checkpoint
/// ends, on a CPU and with as many threads, bit for bit where it would have ended.
/// </summary>
public static class HybridTrainer
{
    /// <summary>The kind for a program that can train networks.</summary>
    public static ModelKind Kind { get; } = HybridModel.KindWith(Train);

    /// <exception cref="MatineeException">The device or the native library is missing, or the training diverged.</exception>
    public static HybridModel Train(TrainingData data, HybridOptions options, TrainingContext context) =>
        Train(data, options, context, facets: null);

    /// <param name="facets">The movies' facets, where they are not to be encoded.</param>
    internal static HybridModel Train(
        TrainingData data,
        HybridOptions options,
        TrainingContext context,
        FacetTable? facets
    )
    {
        Device device = TorchRuntime.Choose(Enum.Parse<DeviceChoice>(options.Device.ToString()));
        TorchRuntime.UseThreads(context.MaxThreads);
        if (data.Ratings.EntryCount == 0)
        {
            throw new MatineeException("There is no rating to train the network on. Check the dataset's thresholds.");
        }

        TrainingData parts = Parts(data, options, context.Seed);
        return DeviceMemory.Guard(
            "this training",
            "Lower batch_size or negatives, or use device 'cpu'.",
            () =>
            {
                using CollectionPause pause = CollectionPause.Begin();
                using var run = new HybridRun(parts, options, context, device, facets);
                return run.Train();
            }
        );
    }

    // Without a validation part, one is held out here, unless it is decided when to stop.
    private static TrainingData Parts(TrainingData data, HybridOptions options, long seed) =>
        data.Validation is null && options is { StopAfter: null, EarlyStoppingPatience: > 0, ValidRatio: > 0 }
            ? data.HoldOut(options.ValidRatio, seed)
            : data;
}
