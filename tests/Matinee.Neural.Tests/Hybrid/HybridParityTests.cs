using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Hybrid;
using Matinee.Neural.Hybrid;
using static TorchSharp.torch;

namespace Matinee.Neural.Tests.Hybrid;

/// <summary>That Core computes what was trained.</summary>
[Collection(OneAfterAnother.Name)]
public class HybridParityTests
{
    private const int Visitor = -1;
    private const float Tolerance = 1e-4f;

    public static TheoryData<string> Variants => [.. HybridVariants.All.Keys];

    [Theory]
    [MemberData(nameof(Variants))]
    public void Train_AnyVariant_IsTheNetworkThatCoreRuns(string variant)
    {
        HybridOptions options = HybridVariants.All[variant];
        using var folder = new TemporaryFolder();
        string log = "";
        TrainingContext context = SmallWorld.Context with { WorkFolder = folder.Path, LogOpened = path => log = path };
        HybridModel model = HybridTrainer.Train(SmallWorld.Data, options, context);
        using var scope = NewDisposeScope();
        using HybridData data = SmallWorld.Load(options);
        using var parameters = new HybridParameters(data, options, CPU);
        int epochs = new Checkpoint(Path.ChangeExtension(log, ".safetensors")).Restore(
            parameters,
            new RowAdamW(1),
            new EarlyStopping(0)
        );
        Assert.Equal(options.NEpochs, epochs);

        UserHistory[] histories =
        [
            .. Enumerable.Range(0, SmallWorld.Users).Select(user => SmallWorld.Ratings.History(new UserIndex(user))),
            SmallWorld.Ratings.History(new UserIndex(3)).WithoutRow(),
            UserHistory.Empty,
        ];
        (float[,] logits, float[,] ratings) = Forward(data, parameters, options, histories);

        int within = 0;
        for (int user = 0; user < histories.Length; user++)
        {
            AssertSameScores(model, histories[user], user, logits);
            within += AssertSameRatings(model, histories[user], user, ratings);
        }

        Assert.InRange(within, ratings.Length / 2, ratings.Length);
    }

    private static (float[,] Logits, float[,] Ratings) Forward(
        HybridData data,
        HybridParameters parameters,
        HybridOptions options,
        UserHistory[] histories
    )
    {
        var builder = new BatchBuilder(data);
        foreach (UserHistory history in histories)
        {
            int local = builder.AddHistory(history.Row?.Value ?? Visitor, history);
            for (int item = 0; item < SmallWorld.Items; item++)
            {
                builder.AddTarget(local, item, 3);
            }
        }

        Batch batch = builder.Build(drawn: null);
        var step = new StepTensors(parameters, batch, CPU, training: false);
        HybridOutput output = new HybridNetwork(data, options).Forward(step, batch);
        return (Values(output.Logits), Values(output.Ratings));

        float[,] Values(Tensor tensor)
        {
            float[] flat = tensor.contiguous().data<float>().ToArray();
            var values = new float[histories.Length, SmallWorld.Items];
            Buffer.BlockCopy(flat, 0, values, 0, sizeof(float) * flat.Length);
            return values;
        }
    }

    // Movies without ratings may all get the same on top.
    private static void AssertSameScores(HybridModel model, UserHistory history, int user, float[,] logits)
    {
        var scores = new float[SmallWorld.Items];
        model.Score(history, scores);
        float shift = scores[SmallWorld.Rated] - logits[user, SmallWorld.Rated];
        for (int item = 0; item < SmallWorld.Items; item++)
        {
            float expected = logits[user, item] + (item < SmallWorld.Rated ? 0 : shift);
            Assert.Equal(expected, scores[item], Tolerance * Math.Max(1, Math.Abs(expected)));
        }
    }

    /// <returns>How many ratings are not clamped.</returns>
    private static int AssertSameRatings(HybridModel model, UserHistory history, int user, float[,] ratings)
    {
        var predictions = new RatingPrediction[SmallWorld.Items];
        model.Predict(history, [.. Enumerable.Range(0, SmallWorld.Items)], predictions);
        int within = 0;
        for (int item = 0; item < SmallWorld.Items; item++)
        {
            float expected = Math.Clamp(ratings[user, item], 1, 5);
            within += expected == ratings[user, item] ? 1 : 0;
            Assert.Equal(expected, predictions[item].Mean, Tolerance);
        }

        return within;
    }
}
