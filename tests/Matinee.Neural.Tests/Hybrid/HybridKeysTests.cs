using System.Reflection;
using Matinee.Core;
using Matinee.Core.Models;
using Matinee.Core.Models.Hybrid;
using Matinee.Core.Texts;
using Matinee.Neural.Hybrid;
using Matinee.Text.Caching;

namespace Matinee.Neural.Tests.Hybrid;

/// <summary>That no key is for show: with another value something comes out differently.</summary>
[Collection(OneAfterAnother.Name)]
public class HybridKeysTests(KeptTrainings trainings) : IClassFixture<KeptTrainings>
{
    private static readonly HybridOptions s_usual = SmallWorld.Options with { NEpochs = 2 };

    // Without what the other is for, or with what it needs.
    private static readonly HybridOptions s_unread = s_usual with { UseCrossAttention = false };
    private static readonly HybridOptions s_stopping = SmallWorld.Wordless with
    {
        NEpochs = 10,
        ValidRatio = 0.2,
        LearningRate = 0.5,
    };
    private static readonly HybridOptions s_onnx = s_usual with
    {
        ModelName = Path.Combine(AppContext.BaseDirectory, "models", "all-MiniLM-L6-v2", "model.onnx"),
    };

    private static readonly Dictionary<string, (HybridOptions Usual, HybridOptions Changed)> s_otherNetworks = new()
    {
        [nameof(HybridOptions.BatchSize)] = (s_usual, s_usual with { BatchSize = 5 }),
        [nameof(HybridOptions.NEpochs)] = (s_usual, s_usual with { NEpochs = 3 }),
        [nameof(HybridOptions.UsersPerEpoch)] = (s_usual, s_usual with { UsersPerEpoch = s_usual.BatchSize }),
        [nameof(HybridOptions.EarlyStoppingPatience)] = (s_stopping, s_stopping with { EarlyStoppingPatience = 0 }),
        [nameof(HybridOptions.ValidRatio)] = (s_stopping, s_stopping with { ValidRatio = 0.3 }),
        [nameof(HybridOptions.NFactors)] = (s_usual, s_usual with { NFactors = 4 }),
        [nameof(HybridOptions.RankingFactors)] = (s_usual, s_usual with { RankingFactors = 8 }),
        [nameof(HybridOptions.HistoryHeads)] = (s_usual, s_usual with { HistoryHeads = 4 }),
        [nameof(HybridOptions.AttentionHeads)] = (s_usual, s_usual with { AttentionHeads = 4 }),
        [nameof(HybridOptions.KeyDimension)] = (s_usual, s_usual with { KeyDimension = 8 }),
        [nameof(HybridOptions.ContentFactors)] = (s_usual, s_usual with { ContentFactors = 4 }),
        [nameof(HybridOptions.HiddenUnits)] = (s_usual, s_usual with { HiddenUnits = 4 }),
        [nameof(HybridOptions.LearningRate)] = (s_usual, s_usual with { LearningRate = 0.01 }),
        [nameof(HybridOptions.ContentLearningRate)] = (s_usual, s_usual with { ContentLearningRate = 0.01 }),
        [nameof(HybridOptions.EmbeddingLearningRate)] = (s_usual, s_usual with { EmbeddingLearningRate = 0.01 }),
        [nameof(HybridOptions.Dropout)] = (s_usual, s_usual with { Dropout = 0 }),
        [nameof(HybridOptions.HiddenDropout)] = (s_usual, s_usual with { HiddenDropout = 0 }),
        [nameof(HybridOptions.WeightDecay)] = (s_usual, s_usual with { WeightDecay = 0 }),
        [nameof(HybridOptions.MaxGradNorm)] = (s_usual, s_usual with { MaxGradNorm = 0.01 }),
        [nameof(HybridOptions.IdDropout)] = (s_usual, s_usual with { IdDropout = 0.5 }),
        [nameof(HybridOptions.UserDropout)] = (s_usual, s_usual with { UserDropout = 1 }),
        [nameof(HybridOptions.ColdShare)] = (s_usual, s_usual with { ColdShare = 1 }),
        [nameof(HybridOptions.TemporalShare)] = (s_usual, s_usual with { TemporalShare = 1 }),
        [nameof(HybridOptions.TextPrior)] = (s_usual, s_usual with { TextPrior = 5 }),
        [nameof(HybridOptions.SpectralRegularization)] = (s_usual, s_usual with { SpectralRegularization = 50 }),
        [nameof(HybridOptions.Negatives)] = (s_usual, s_usual with { Negatives = 10 }),
        [nameof(HybridOptions.RatingWeight)] = (s_usual, s_usual with { RatingWeight = 0.1 }),
        [nameof(HybridOptions.RankingWeight)] = (s_usual, s_usual with { RankingWeight = 0.1 }),
        [nameof(HybridOptions.DiversityWeight)] = (s_usual, s_usual with { DiversityWeight = 1 }),
        [nameof(HybridOptions.DistributionWeight)] = (s_usual, s_usual with { DistributionWeight = 1 }),
        [nameof(HybridOptions.UseText)] = (s_unread, s_unread with { UseText = false }),
        [nameof(HybridOptions.UseCrossAttention)] = (s_usual, s_unread),
        [nameof(HybridOptions.UseHistory)] = (s_usual, s_usual with { UseHistory = false }),
        [nameof(HybridOptions.UseBatchNorm)] = (s_usual, s_usual with { UseBatchNorm = true }),
        [nameof(HybridOptions.UseHistoryAttention)] = (s_usual, s_usual with { UseHistoryAttention = false }),
        [nameof(HybridOptions.Precision)] = (s_usual, s_usual with { Precision = HybridPrecision.Mixed }),
        [nameof(HybridOptions.UseTagBag)] = (s_usual, s_usual with { UseTagBag = true }),
        [nameof(HybridOptions.Pooling)] = (s_onnx, s_onnx with { Pooling = HybridPooling.Cls }),
        [nameof(HybridOptions.DocumentPrefix)] = (s_onnx, s_onnx with { DocumentPrefix = "passage: " }),
        [nameof(HybridOptions.TextPrecision)] = (s_usual, s_usual with { TextPrecision = TextPrecision.Int8 }),
        [nameof(HybridOptions.MaxTags)] = (s_usual, s_usual with { MaxTags = 1 }),
    };

    // What no training can show on every machine.
    private static readonly Dictionary<string, (HybridOptions Changed, string Message)> s_errors = new()
    {
        [nameof(HybridOptions.Device)] = (
            s_usual with
            {
                Device = HybridDevice.Cuda,
            },
            "no GPU that this build can use"
        ),
        [nameof(HybridOptions.ModelName)] = (s_usual with { ModelName = "no/such.onnx" }, "no/such.onnx"),
        [nameof(HybridOptions.EmbeddingDim)] = (s_usual with { EmbeddingDim = 100 }, "Set embedding_dim to 384."),
    };

    private static readonly string[] s_ownTests = [nameof(HybridOptions.UseCachedEmbeddings)];

    public static TheoryData<string> OtherNetworks => [.. s_otherNetworks.Keys];
    public static TheoryData<string> Errors => [.. s_errors.Keys];

    [Fact]
    public void EveryKey_HasACaseHere() =>
        Assert.Equal(
            typeof(HybridOptions)
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.SetMethod is { IsPublic: true })
                .Select(property => property.Name)
                .Order(),
            s_otherNetworks.Keys.Concat(s_errors.Keys).Concat(s_ownTests).Order()
        );

    // Or else the differences below would say nothing.
    [Fact]
    public void Train_SameValues_GivesTheSameNetwork() =>
        Assert.Equal(trainings.Of(s_usual), TensorBytes.Of(KeptTrainings.Train(s_usual)));

    [Theory]
    [MemberData(nameof(OtherNetworks))]
    public void Train_OneKeyAtAnotherValue_GivesAnotherNetwork(string key)
    {
        (HybridOptions usual, HybridOptions changed) = s_otherNetworks[key];
        Assert.Equal([key], Differing(usual, changed));

        Assert.NotEqual(trainings.Of(usual), trainings.Of(changed));
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public void Train_OneKeyAtAnImpossibleValue_SaysSo(string key)
    {
        (HybridOptions changed, string message) = s_errors[key];
        Assert.SkipWhen(key == nameof(HybridOptions.Device) && File.Exists("/dev/nvidiactl"), "There may be a GPU.");
        Assert.Equal([key], Differing(s_usual, changed));

        var error = Assert.Throws<MatineeException>(() => KeptTrainings.Train(changed));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_EarlyStoppingPatience_DecidesHowManyEpochsAreTried()
    {
        int[] epochs = [.. new[] { 0, 1 }.Select(Epochs)];

        Assert.Equal(s_stopping.NEpochs, epochs[0]);
        Assert.InRange(epochs[1], 2, s_stopping.NEpochs - 1);

        static int Epochs(int patience)
        {
            using var folder = new TemporaryFolder();
            string log = "";
            TrainingContext context = SmallWorld.Context with
            {
                WorkFolder = folder.Path,
                LogOpened = path => log = path,
            };
            HybridTrainer.Train(SmallWorld.Data, s_stopping with { EarlyStoppingPatience = patience }, context);
            return File.ReadLines(log).Count() - 1;
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Train_UseCachedEmbeddings_DecidesWhetherVectorsAreKept(bool use)
    {
        using var folder = new TemporaryFolder();
        string? before = Environment.GetEnvironmentVariable(CacheFolder.Variable);
        Environment.SetEnvironmentVariable(CacheFolder.Variable, folder.Path);
        try
        {
            KeptTrainings.Train(s_usual with { UseCachedEmbeddings = use });
        }
        finally
        {
            Environment.SetEnvironmentVariable(CacheFolder.Variable, before);
        }

        string[] files = Directory.GetFiles(folder.Path, "*.vectors", SearchOption.AllDirectories);
        Assert.Equal(use ? 1 : 0, files.Length);
    }

    private static IEnumerable<string> Differing(HybridOptions first, HybridOptions second) =>
        typeof(HybridOptions)
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => !Equals(property.GetValue(first), property.GetValue(second)))
            .Select(property => property.Name);
}

/// <summary>Small trainings, each done once.</summary>
public sealed class KeptTrainings
{
    private readonly Dictionary<HybridOptions, byte[]> trained = [];

    /// <returns>The network's bytes.</returns>
    public byte[] Of(HybridOptions options)
    {
        if (!trained.TryGetValue(options, out byte[]? bytes))
        {
            bytes = TensorBytes.Of(Train(options));
            trained.Add(options, bytes);
        }

        return bytes;
    }

    public static HybridModel Train(HybridOptions options) =>
        HybridTrainer.Train(SmallWorld.Data, options, SmallWorld.Context);
}
