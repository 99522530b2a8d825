using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Bias;
using Matinee.Core.Models.Blend;
using Matinee.Core.Models.Ease;
using Matinee.Core.Models.FactorizationMachine;
using Matinee.Core.Models.ImplicitAls;

namespace Matinee.Core.Tests.Models.Blend;

public class BlendModelTests : RecommenderContract
{
    private protected override ModelKind Kind => BlendTrainer.Kind;
    private protected override object Options => Blend(Ease, Als);

    private static BlendPart Ease => new(EaseModel.ModelKind, [new EaseOptions { Regularization = 5 }]);

    private static BlendPart Als => new(ImplicitAlsModel.ModelKind, [new ImplicitAlsOptions { Factors = 2 }]);

    private static BlendPart Stars =>
        new(
            FactorizationMachineModel.ModelKind,
            [
                new FactorizationMachineOptions
                {
                    Rank = 2,
                    Sweeps = 8,
                    Chains = 1,
                    KeptSamples = 4,
                },
            ]
        );

    private static BlendOptions Blend(params BlendPart[] parts) =>
        new BlendOptions
        {
            Bags = 2,
            ValidRatio = 0.3,
            UseOrder = true,
        }.Of(parts);

    private static BlendModel Trained(BlendOptions options, TrainingContext? context = null) =>
        BlendTrainer.Train(TinyWorld.Data, options, context ?? new TrainingContext());

    private static BlendModel Weighed(BlendModel model, Dictionary<string, double> weights) =>
        BlendModel.Of(model.Options with { Weights = weights }, model.Parts);

    [Fact]
    public void Score_OneModelsWeight_KeepsThatModelsOrder()
    {
        BlendModel blend = Weighed(Trained(Blend(Ease, Als)), new() { ["ease"] = 1 });
        var ease = (IRanker)blend.Models[0];
        UserHistory history = TinyWorld.History(0, 2, 7);

        Assert.Equal(
            Order(RecommenderContract.Scores(ease, history)),
            Order(RecommenderContract.Scores(blend, history))
        );
    }

    [Fact]
    public void Score_TwoWeights_AddsStandardisedScores()
    {
        BlendModel blend = Weighed(Trained(Blend(Ease, Als)), new() { ["ease"] = 0.75, ["als"] = -0.5 });
        UserHistory history = TinyWorld.History(1, 8);
        float[][] parts = [.. blend.Models.Select(model => RecommenderContract.Scores((IRanker)model, history))];
        Standardization[] scales = [.. parts.Select(part => Standardization.Of(part, 10, history.Items))];

        float[] scores = RecommenderContract.Scores(blend, history);

        for (int item = 0; item < TinyWorld.Items; item++)
        {
            float expected = (0.75f * scales[0].Of(parts[0][item])) - (0.5f * scales[1].Of(parts[1][item]));
            Assert.Equal(expected, scores[item], 1e-4f);
        }
    }

    [Fact]
    public void Contributions_OneLinearModel_AreProportionalToItsOwn()
    {
        BlendModel blend = Weighed(Trained(Blend(Ease, Als)), new() { ["ease"] = 2 });
        UserHistory history = TinyWorld.History(0, 2, 7);
        var own = new float[3];
        var blended = new float[3];
        ((IExplainer)blend.Models[0]).Contributions(history, [4], own);
        float raw = RecommenderContract.Scores((IRanker)blend.Models[0], history)[4];
        Standardization scale = Standardization.Of(
            RecommenderContract.Scores((IRanker)blend.Models[0], history),
            TinyWorld.Items,
            history.Items
        );

        blend.Contributions(history, [4], blended);

        for (int n = 0; n < 3; n++)
        {
            Assert.Equal(2 * scale.Slope(raw) * own[n], blended[n], 1e-5f);
        }
    }

    [Fact]
    public void Score_Stars_LiftsTheBetterRatedOfTwoEquals()
    {
        BlendModel blend = Weighed(Trained(Blend(Ease, Stars)), new() { ["stars"] = 1 });
        UserHistory history = TinyWorld.Ratings.History(new UserIndex(2));
        var predictions = new RatingPrediction[TinyWorld.Items];
        blend.Predict(history, [.. Enumerable.Range(0, TinyWorld.Items)], predictions);
        int[] unseen = [.. Enumerable.Range(0, TinyWorld.Items).Where(item => !history.Contains(new ItemIndex(item)))];

        float[] scores = RecommenderContract.Scores(blend, history);

        Assert.Equal(unseen.OrderBy(item => predictions[item].Mean), unseen.OrderBy(item => scores[item]));
        Assert.IsAssignableFrom<IRatingDistributionPredictor>(blend);
    }

    [Fact]
    public void Predict_NoModelOfStars_IsTheBiases()
    {
        BlendModel blend = Trained(Blend(Ease));
        BiasModel bias = BiasModel.Train(TinyWorld.Ratings, new BiasOptions());
        var expected = new RatingPrediction[2];
        var predictions = new RatingPrediction[2];

        bias.Predict(TinyWorld.History(1), [0, 9], expected);
        blend.Predict(TinyWorld.History(1), [0, 9], predictions);

        Assert.Equal(expected, predictions);
        Assert.False(blend is IRatingDistributionPredictor);
    }

    [Fact]
    public void Save_ThenLoadByCoreAlone_KeepsStarsAndWeights()
    {
        BlendModel blend = Trained(Blend(Ease, Als, Stars));
        using var folder = new TemporaryFolder();
        var writer = new ComponentWriter();
        blend.Save(writer);
        writer.Write(folder.Path);

        using var reader = new ComponentReader(folder.Path);
        var loaded = (BlendModel)BlendModel.ModelKind.Load(reader);

        UserHistory history = TinyWorld.Ratings.History(new UserIndex(7));
        Assert.Equal(RecommenderContract.Scores(blend, history), RecommenderContract.Scores(loaded, history));
        Assert.Equal(blend.Options.Weights, loaded.Options.Weights);
        Assert.Equal(["ease", "als", "fm"], loaded.Models.Select(model => model.Kind));
    }

    private static int[] Order(float[] scores) =>
        [.. Enumerable.Range(0, scores.Length).OrderByDescending(item => scores[item]).ThenBy(item => item)];
}
