using Matinee.Core.Models;
using Matinee.Core.Models.FactorizationMachine;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

public sealed class FactorizationMachineTrainerTests : IDisposable
{
    private const int StopIn = 17;

    private readonly TemporaryFolder folder = new();
    private readonly TrainingData data = RichDesign.FullData();

    public static TheoryData<RatingLikelihood> Likelihoods => [.. Enum.GetValues<RatingLikelihood>()];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Likelihoods))]
    public void Train_CancelledAndRunAgain_EndsWhereAnUninterruptedOneDoes(RatingLikelihood likelihood)
    {
        FactorizationMachineOptions options = RichDesign.Options with { Likelihood = likelihood };
        Interrupt(options);

        Training again = Train(options, folder.Path);

        using var other = new TemporaryFolder();
        Training whole = Train(options, other.Path);
        Assert.Equal(SampleBytes.Of(whole.Model), SampleBytes.Of(again.Model));
        Assert.Equal($"after sweep {StopIn}", Assert.Single(again.Facts).Value);
        Assert.Equal(TrainingFact.GoingOn, again.Facts[0].Name);
        Assert.Empty(whole.Facts);
        Assert.Equal(Sweeps(other.Path), Sweeps(folder.Path));
        Assert.Equal(1 + options.Sweeps, Sweeps(folder.Path).Length);
    }

    [Fact]
    public void Train_CancelledTwice_StillEndsThere()
    {
        Interrupt(RichDesign.Options);
        Interrupt(RichDesign.Options, 29);

        Training again = Train(RichDesign.Options, folder.Path);

        Assert.Equal("after sweep 29", Assert.Single(again.Facts).Value);
        Assert.Equal(SampleBytes.Of(Train(RichDesign.Options).Model), SampleBytes.Of(again.Model));
    }

    [Fact]
    public void Train_CheckpointCutOff_SaysHowToStartAfresh()
    {
        Interrupt(RichDesign.Options);
        string checkpoint = Assert.Single(Directory.GetFiles(folder.Path, "*.safetensors"));
        File.WriteAllBytes(checkpoint, File.ReadAllBytes(checkpoint)[..^1000]);

        var error = Assert.Throws<MatineeException>(() => Train(RichDesign.Options, folder.Path));

        Assert.Contains(checkpoint, error.Message, StringComparison.Ordinal);
        Assert.Contains("--no-resume", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_AnotherTraining_DoesNotGoOnFromTheCheckpoint()
    {
        Interrupt(RichDesign.Options);

        Training[] others =
        [
            Train(RichDesign.Options with { Sweeps = 41 }, folder.Path),
            Train(RichDesign.Options, folder.Path, seed: 43),
            Train(RichDesign.Options, folder.Path, data: data with { Validation = null }),
        ];

        Assert.All(others, other => Assert.Empty(other.Facts));
    }

    [Fact]
    public void Train_AnotherSeed_GivesAnotherModel() =>
        Assert.NotEqual(
            SampleBytes.Of(Train(RichDesign.Options).Model),
            SampleBytes.Of(Train(RichDesign.Options, seed: 43).Model)
        );

    // What is held out is only looked at.
    [Fact]
    public void Train_ValidationPart_ChangesNothing() =>
        Assert.Equal(
            SampleBytes.Of(Train(RichDesign.Options).Model),
            SampleBytes.Of(Train(RichDesign.Options, data: data with { Validation = null }).Model)
        );

    // With more threads than chains a chain has several; 20 000 ratings are enough for them.
    [Fact]
    public void Train_AnyThreadCount_GivesTheSameModel()
    {
        var world = new SimulatedRatings(400, 150, rank: 1, intercept: 3, seed: 91);
        TrainingData large = world.Data(world.Pairs(0.4, 91), noise: 2, seed: 92);
        FactorizationMachineOptions options = RichDesign.Options with { Sweeps = 4, KeptSamples = 4 };
        Assert.True(large.Ratings.EntryCount > 20_000);

        byte[] alone = SampleBytes.Of(Train(options, data: large, threads: 1).Model);

        Assert.Equal(alone, SampleBytes.Of(Train(options, data: large, threads: 2).Model));
        Assert.Equal(alone, SampleBytes.Of(Train(options, data: large, threads: 5).Model));
    }

    // A chain does not know how many others there are.
    [Fact]
    public void Sample_SeveralChains_AreThoseOfOneAndDifferentOthers()
    {
        PosteriorSamples one = Sample(RichDesign.Options with { Chains = 1, KeptSamples = 8 });
        PosteriorSamples three = Sample(RichDesign.Options with { Chains = 3, KeptSamples = 24 });

        Assert.Equal(8, one.Noises.Length);
        Assert.Equal(24, three.Noises.Length);
        Assert.Equal(one.Intercepts, three.Intercepts[..8]);
        Assert.Equal(24, three.Intercepts.Distinct().Count());

        PosteriorSamples Sample(FactorizationMachineOptions options)
        {
            using var run = new GibbsRun(
                data,
                options with
                {
                    Likelihood = RatingLikelihood.Gaussian,
                },
                new TrainingContext()
            );
            return run.Sample();
        }
    }

    [Fact]
    public void Train_GroupsThatTheDataLacks_AreTold()
    {
        Training tiny = Train(RichDesign.Options, data: TinyWorld.Data);
        Training unasked = Train(
            RichDesign.Options with
            {
                UseTags = false,
                UseUserAttributes = false,
            },
            data: TinyWorld.Data
        );

        TrainingFact fact = Assert.Single(tiny.Facts);
        Assert.Equal((TrainingFact.NotInTheData, "tags, user attributes"), (fact.Name, fact.Value));
        Assert.Empty(unasked.Facts);
    }

    private void Interrupt(FactorizationMachineOptions options, int sweep = StopIn)
    {
        using var source = new CancellationTokenSource();
        var progress = new Told(told =>
        {
            // Said as the next sweep begins.
            if (told.Stage.StartsWith($"sweep {sweep - 1}/", StringComparison.Ordinal))
            {
                source.Cancel();
            }
        });
        var context = new TrainingContext
        {
            WorkFolder = folder.Path,
            Cancellation = source.Token,
            Progress = progress,
        };

        Assert.ThrowsAny<OperationCanceledException>(() => FactorizationMachineTrainer.Train(data, options, context));
        Assert.Single(Directory.GetFiles(folder.Path, "*.safetensors"));
    }

    private Training Train(
        FactorizationMachineOptions options,
        string? work = null,
        long seed = 42,
        TrainingData? data = null,
        int threads = 2
    )
    {
        var facts = new List<TrainingFact>();
        var context = new TrainingContext
        {
            WorkFolder = work,
            Seed = seed,
            MaxThreads = threads,
            Progress = new Told(told => facts.AddRange(told.Fact is { } fact ? [fact] : [])),
        };
        return new Training(FactorizationMachineTrainer.Train(data ?? this.data, options, context), facts);
    }

    // All columns of the log but the seconds.
    private static string[] Sweeps(string work) =>
        [
            .. File.ReadLines(Assert.Single(Directory.GetFiles(work, "*.csv")))
                .Select(line => line[..line.LastIndexOf(',')]),
        ];

    private sealed record Training(FactorizationMachineModel Model, List<TrainingFact> Facts);

    private sealed class Told(Action<TrainingProgress> told) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => told(value);
    }
}
