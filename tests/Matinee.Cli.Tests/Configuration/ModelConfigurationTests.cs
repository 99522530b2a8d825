using Matinee.Cli.Configuration;
using Matinee.Core;
using Matinee.Core.Models.Bias;
using Matinee.Core.Models.Ease;
using Matinee.Core.Models.ItemKnn;
using Matinee.Core.Models.Selection;

namespace Matinee.Cli.Tests.Configuration;

public sealed class ModelConfigurationTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Read_EveryKey_IsHeard()
    {
        ModelConfiguration configuration = Read(
            """
            model: bias
            random_seed: 7
            model_params:
              item_damping: 2.5
              user_damping: 3
            metrics:
              select_by: rmse
              top_k: 20
            """
        );

        Assert.Equal("bias", configuration.Kind.Name);
        Assert.Equal(7, configuration.Seed);
        Assert.Equal([new BiasOptions { ItemDamping = 2.5, UserDamping = 3 }], configuration.Candidates);
        Assert.Equal((SelectionMetric.Rmse, 20), (configuration.Metric, configuration.TopK));
    }

    [Fact]
    public void Read_OnlyAModel_UsesTheDefaults()
    {
        ModelConfiguration configuration = Read("model: ease\nmodel_params:\n");

        Assert.Equal([new EaseOptions()], configuration.Candidates);
        Assert.Equal((SelectionMetric.Ndcg, 10, 42L), (configuration.Metric, configuration.TopK, configuration.Seed));
    }

    [Fact]
    public void Read_KeysOfEase_AreHeard()
    {
        ModelConfiguration configuration = Read(
            """
            model: ease
            model_params:
              regularization: 50
              dropout: 0.25
              rating_weight: [0, 0.3]
              side: items
            """
        );

        EaseOptions expected = new()
        {
            Regularization = 50,
            Dropout = 0.25,
            Side = EaseSide.Items,
        };
        Assert.Equal([expected, expected with { RatingWeight = 0.3 }], configuration.Candidates);
    }

    [Fact]
    public void Read_Lists_GiveEveryCombinationInOrder()
    {
        ModelConfiguration configuration = Read(
            """
            model: item-knn
            model_params:
              similarity: [bm25, cosine]
              neighbors: [10, 20]
            """
        );

        Assert.Equal(
            [
                (ItemSimilarity.Bm25, 10),
                (ItemSimilarity.Bm25, 20),
                (ItemSimilarity.Cosine, 10),
                (ItemSimilarity.Cosine, 20),
            ],
            configuration.Candidates.Cast<ItemKnnOptions>().Select(options => (options.Similarity, options.Neighbors))
        );
    }

    [Theory]
    [InlineData("model: eese", "line 1: unknown model 'eese'. Did you mean 'ease'?")]
    [InlineData("random_seed: 1", "the key 'model' is missing")]
    [InlineData(
        "model: ease\nmodel_parms:\n",
        "line 2: unknown key 'model_parms' in the configuration. Did you mean 'model_params'?"
    )]
    [InlineData(
        "model: ease\nmodel_params:\n  regularisation: 3",
        "line 3: unknown key 'regularisation' in model_params. Did you mean 'regularization'?"
    )]
    [InlineData(
        "model: ease\nmodel_params:\n  xyz: 3",
        "Known keys: regularization, dropout, rating_weight, length_power, metadata_weight, title_weight, side."
    )]
    [InlineData("model: popularity\nmodel_params:\n  xyz: 3", "It takes no keys.")]
    [InlineData(
        "model: ease\nmodel_params:\n  regularization: much",
        "line 3: regularization is 'much'; expected a number."
    )]
    [InlineData("model: ease\nmodel_params:\n  regularization: -1", "regularization is -1; it must be above 0")]
    [InlineData("model: ease\nmodel_params:\n  regularization: []", "empty list")]
    [InlineData("model: ease\nmodel_params:\n  regularization: .nan", "expected a number")]
    [InlineData("model: ease\nmodel_params:\n  side: left", "side is 'left'; expected one of auto, users, items.")]
    [InlineData("model: item-knn\nmodel_params:\n  neighbors: 1.5", "expected a whole number")]
    [InlineData("model: hybrid\nmodel_params:\n  stop_after: 3", "line 3: unknown key 'stop_after' in model_params.")]
    [InlineData("model: ease\nmodel_params: 3", "line 2: model_params must hold 'key: value' lines.")]
    [InlineData(
        "model: ease\nmetrics:\n  select_by: auc",
        "expected one of precision, recall, ndcg, map, mrr, hit_rate, rmse, mae."
    )]
    [InlineData("model: ease\nmetrics:\n  top_k: 0", "top_k is 0; it must be at least 1.")]
    [InlineData(
        "model: ease\nmodel_params:\n  regularization: 1e300",
        "regularization is 1E+300; it must be above 0, at most"
    )]
    [InlineData("model: [ease, bias]", "model must be a single value.")]
    [InlineData("model: ease\nmodel: bias", "line 2:")]
    [InlineData("model: 'ease", "line ")]
    [InlineData("- ease", "holds no mapping")]
    [InlineData("", "holds no mapping")]
    public void Read_Mistake_NamesTheLineAndTheWayOut(string yaml, string expected)
    {
        var error = Assert.Throws<MatineeException>(() => Read(yaml));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EndlessGrid_IsRefusedBeforeItIsMade()
    {
        string list = $"[{string.Join(", ", Enumerable.Range(1, 400))}]";

        var error = Assert.Throws<MatineeException>(() =>
            Read($"model: als\nmodel_params:\n  factors: {list}\n  iterations: {list}\n  regularization: {list}\n")
        );

        Assert.Contains("160000 or more candidates", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MissingFile_SaysWhatToPass()
    {
        var error = Assert.Throws<MatineeException>(() => ModelConfiguration.Read("nowhere.yaml", KnownModels.Kinds));

        Assert.Contains("--config-path", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Read_ShippedConfiguration_IsValid(string file)
    {
        ModelConfiguration configuration = ModelConfiguration.Read(file, KnownModels.Kinds);

        Assert.NotEmpty(configuration.Candidates);
    }

    public static TheoryData<string> Shipped() =>
        [
            .. Directory
                .GetFiles(Path.Combine(AppContext.BaseDirectory, "configs"))
                .Select(file => Path.Combine("configs", Path.GetFileName(file))),
        ];

    private ModelConfiguration Read(string yaml)
    {
        File.WriteAllText(path, yaml);
        return ModelConfiguration.Read(path, KnownModels.Kinds);
    }
}
