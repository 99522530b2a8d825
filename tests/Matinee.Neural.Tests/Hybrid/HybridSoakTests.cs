using Matinee.Core.Models;
using Matinee.Core.Models.Hybrid;
using Matinee.Neural.Hybrid;

namespace Matinee.Neural.Tests.Hybrid;

[Collection(OneAfterAnother.Name)]
public class HybridSoakTests
{
    [Fact]
    public void Train_FiftyEpochs_KeepsMemoryFlat()
    {
        // 4 MB are seen; steps that leave their tensors to the collector, 24.
        const long Allowed = 16L << 20;
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
    }

    /// <summary>Resident bytes at the start of each epoch, but for the managed heap: that is collected when there is enough.</summary>
    private sealed class EpochMemory : IProgress<TrainingProgress>
    {
        private string epoch = "";

        public List<long> AtStarts { get; } = [];

        public void Report(TrainingProgress value)
        {
            string current = value.Stage.Split('/')[0];
            if (current.StartsWith("epoch ", StringComparison.Ordinal) && current != epoch)
            {
                epoch = current;
                // Without collecting first: that would free what a step forgot.
                AtStarts.Add(Environment.WorkingSet - GC.GetTotalMemory(forceFullCollection: false));
            }
        }
    }
}
