using Matinee.Cli.Configuration;
using Matinee.Core.Artifacts;
using Matinee.Core.Models;
using Matinee.Core.Models.Blend;
using Matinee.Core.Models.Ease;
using Matinee.Core.Models.ImplicitAls;
using Matinee.Core.Models.Selection;

namespace Matinee.Cli.Tests.Configuration;

public class ServedConfigurationTests
{
    [Fact]
    public void Of_EveryKind_TrainsTheSameOptions()
    {
        foreach (string name in KnownModels.Kinds.Names.Where(name => name != "blend"))
        {
            KnownModels.Kinds.TryGet(name, out ModelKind? kind);
            BundleManifest manifest = Manifest(kind!, kind!.DefaultOptions, "ndcg@20");

            var configuration = ServedConfiguration.Of(manifest, KnownModels.Kinds);

            Assert.Same(kind, configuration.Kind);
            Assert.Equal(7, configuration.Seed);
            object options = Assert.Single(configuration.Candidates);
            Assert.Equal(manifest.Options.GetRawText(), kind.ToJson(options).GetRawText());
            Assert.Equal("ndcg@20", configuration.Plan(FitOn.All).MetricName);
        }
    }

    [Fact]
    public void Of_Blend_TrainsItsModelsAndLearnsItsWeightsAnew()
    {
        BlendOptions trained = new BlendOptions { Bags = 3 }.Of([
            new BlendPart(EaseModel.ModelKind, [new EaseOptions { Regularization = 123 }]),
            new BlendPart(ImplicitAlsModel.ModelKind, [new ImplicitAlsOptions { Factors = 5 }]),
        ]);
        BundleManifest manifest = Manifest(BlendTrainer.Kind, trained, "recall@10");

        var configuration = ServedConfiguration.Of(manifest, KnownModels.Kinds);

        var blend = Assert.IsType<BlendOptions>(Assert.Single(configuration.Candidates));
        Assert.Equal(["ease", "als"], blend.Plan.Select(part => part.Kind.Name));
        Assert.Equal(123, Assert.IsType<EaseOptions>(blend.Plan[0].Candidates[0]).Regularization);
        Assert.Equal(3, blend.Bags);
        Assert.Null(blend.Weights);
        Assert.Null(blend.PartKeys);
        Assert.Equal("recall@10", configuration.Plan(FitOn.All).MetricName);
    }

    [Theory]
    [InlineData("ndcg@10")]
    [InlineData("hit_rate@5")]
    [InlineData("rmse")]
    public void TryParseMetric_Name_IsTheMetric(string name)
    {
        Assert.True(TrainingPlan.TryParseMetric(name, out SelectionMetric metric, out int topK));

        Assert.Equal(name, new TrainingPlan(EaseModel.ModelKind, [], metric, topK, FitOn.All).MetricName);
        Assert.False(TrainingPlan.TryParseMetric(name + "x", out _, out _));
    }

    private static BundleManifest Manifest(ModelKind kind, object options, string metric) =>
        new()
        {
            MatineeVersion = "1",
            Model = kind.Name,
            FittedOn = BundleManifest.FittedOnAll,
            Dataset = new BundleDataset("hash", "csv", false, 1, 1, 1, 1),
            Seed = 7,
            Options = kind.ToJson(options),
            Selection = new BundleSelection(metric, 0.5, []),
        };
}
