using Matinee.Core.Models;
using Matinee.Core.Models.Hybrid;
using Matinee.Neural.Hybrid;

namespace Matinee.Neural.Tests.Hybrid;

/// <summary>That an interrupted training ends where it would have ended.</summary>
[Collection(OneAfterAnother.Name)]
public class HybridResumeTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    public void Train_CancelledInTheThirdEpochAndGoingOn_EndsWithTheSameBytes(double validRatio)
    {
        HybridOptions options = SmallWorld.Options with { NEpochs = 4, ValidRatio = validRatio };
        using var folder = new TemporaryFolder();
        TrainingContext whole = SmallWorld.Context with { WorkFolder = Path.Combine(folder.Path, "whole") };
        byte[] expected = TensorBytes.Of(HybridTrainer.Train(SmallWorld.Data, options, whole));
        TrainingContext parts = whole with { WorkFolder = Path.Combine(folder.Path, "parts") };
        using var source = new CancellationTokenSource();
        var cancelling = new Listener(progress =>
        {
            if (progress.Stage.StartsWith("epoch 3/", StringComparison.Ordinal))
            {
                source.Cancel();
            }
        });
        Assert.ThrowsAny<OperationCanceledException>(() =>
            HybridTrainer.Train(
                SmallWorld.Data,
                options,
                parts with
                {
                    Progress = cancelling,
                    Cancellation = source.Token,
                }
            )
        );

        var facts = new List<TrainingFact>();
        var listening = new Listener(progress =>
        {
            if (progress.Fact is { } fact)
            {
                facts.Add(fact);
            }
        });
        HybridModel model = HybridTrainer.Train(SmallWorld.Data, options, parts with { Progress = listening });

        Assert.Contains(new TrainingFact(TrainingFact.GoingOn, "after epoch 2"), facts);
        Assert.Equal(expected, TensorBytes.Of(model));
    }

    [Fact]
    public void Train_AnotherSeed_EndsWithOtherBytes()
    {
        byte[] first = TensorBytes.Of(HybridTrainer.Train(SmallWorld.Data, SmallWorld.Wordless, SmallWorld.Context));
        byte[] second = TensorBytes.Of(
            HybridTrainer.Train(SmallWorld.Data, SmallWorld.Wordless, SmallWorld.Context with { Seed = 43 })
        );

        Assert.NotEqual(first, second);
    }

    private sealed class Listener(Action<TrainingProgress> report) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => report(value);
    }
}
