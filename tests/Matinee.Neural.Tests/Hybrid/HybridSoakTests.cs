using Matinee.Core.Models;
using Matinee.Core.Models.Hybrid;
using Matinee.Neural.Hybrid;
using static TorchSharp.torch;

namespace Matinee.Neural.Tests.Hybrid;

[Collection(OneAfterAnother.Name)]
public class HybridSoakTests
{
    [Fact]
    public void Train_FiftyEpochs_KeepsMemoryFlat()
    {
        // What a pause of the collector lets pile up, and 16 MB.
        const long Allowed = (64L + 16) << 20;
        HybridOptions options = SmallWorld.Options with { NEpochs = 50, ValidRatio = 0.2, EarlyStoppingPatience = 0 };
        using var folder = new TemporaryFolder();
        var resident = new EpochMemory();

        HybridTrainer.Train(
            SmallWorld.Data with
            {
                Validation = SmallWorld.Ratings,
            },
            options,
            SmallWorld.Context with
            {
                Progress = resident,
                WorkFolder = folder.Path,
            }
        );

        Assert.Equal(50, resident.AtStarts.Count);
        Assert.InRange(resident.AtStarts[^1] - resident.AtStarts[10], long.MinValue, Allowed);
        // A step that leaves one tensor to the collector leaves four per epoch.
        Assert.InRange(resident.Tensors[^1], 0, resident.Tensors[10]);
    }

    /// <summary>Resident bytes and live tensors at the start of each epoch.</summary>
    private sealed class EpochMemory : IProgress<TrainingProgress>
    {
        private string epoch = "";

        public List<long> AtStarts { get; } = [];
        public List<long> Tensors { get; } = [];

        public void Report(TrainingProgress value)
        {
            string current = value.Stage.Split('/')[0];
            if (current.StartsWith("epoch ", StringComparison.Ordinal) && current != epoch)
            {
                epoch = current;
                // Without collecting first: that would free what a step forgot.
                AtStarts.Add(Environment.WorkingSet);
                Tensors.Add(Tensor.TotalCount);
            }
        }
    }
}
