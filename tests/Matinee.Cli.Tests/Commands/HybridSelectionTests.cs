using System.Text.Json;

namespace Matinee.Cli.Tests.Commands;

/// <summary>That the keys which every model has are heard when a network is trained.</summary>
public sealed class HybridSelectionTests(TrainedWorkspace trained) : IClassFixture<TrainedWorkspace>, IDisposable
{
    // The slow candidate keeps the closed form's lists, and the fast one learns to predict.
    private const double Slow = 0.0001;
    private const double Fast = 0.05;

    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Train_SelectBy_DecidesWhichCandidateIsChosen()
    {
        Selected ndcg = await Usual();
        Selected rmse = await Train("rmse", "metrics: { select_by: rmse }");

        Assert.Equal(("ndcg@10", Slow), (ndcg.Metric, ndcg.LearningRate));
        Assert.Equal(ndcg.Values.Max(), ndcg.Value);
        Assert.Equal(("rmse", Fast), (rmse.Metric, rmse.LearningRate));
        Assert.Equal(rmse.Values.Min(), rmse.Value);
    }

    [Fact]
    public async Task Train_TopK_DecidesHowFarListsAreGraded()
    {
        Selected ten = await Usual();
        Selected two = await Train("two", "metrics: { top_k: 2 }");

        Assert.Equal(("ndcg@10", "ndcg@2"), (ten.Metric, two.Metric));
        Assert.NotEqual(ten.Values, two.Values);
    }

    [Fact]
    public async Task Train_RandomSeed_DecidesTheNetwork()
    {
        Selected usual = await Usual();
        Selected same = await Train("same", "random_seed: 42");
        Selected other = await Train("other", "random_seed: 43");

        Assert.Equal(usual.Tensors, same.Tensors);
        Assert.NotEqual(usual.Tensors, other.Tensors);
    }

    // Trained by the first test that needs it: those of a class run one after the other.
    private async Task<Selected> Usual()
    {
        string model = trained.Workspace.Path("usual");
        return Directory.Exists(model) ? Read(model) : await TrainInto(model, "");
    }

    private Task<Selected> Train(string output, string more) => TrainInto(workspace.Path(output), more);

    private async Task<Selected> TrainInto(string model, string more)
    {
        string config = workspace.Write(
            $"{Path.GetFileName(model)}.yaml",
            $"""
            model: hybrid
            n_epochs: 2
            batch_size: 20
            model_params:
              n_factors: 8
              ranking_factors: 16
              content_factors: 8
              hidden_units: 8
              spectral_regularization: 20
              learning_rate: [{Slow}, {Fast}]
            llm_params:
              use_text: false
              use_cross_attention: false
            {more}
            """
        );
        string[] files = ["--data-dir", trained.Data, "--config-path", config, "--output-dir", model];
        using var run = new ProgramRun(workspace.Root, ["train", .. files, "--threads", "1"]);
        (await run.FinishAsync()).Succeeded();
        return Read(model);
    }

    private static Selected Read(string model)
    {
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(model, "manifest.json")));
        JsonElement selection = manifest.RootElement.GetProperty("selection");
        return new Selected(
            selection.GetProperty("metric").GetString()!,
            selection.GetProperty("value").GetDouble(),
            [
                .. selection
                    .GetProperty("trials")
                    .EnumerateArray()
                    .Select(trial => trial.GetProperty("value").GetDouble()),
            ],
            manifest.RootElement.GetProperty("options").GetProperty("learning_rate").GetDouble(),
            File.ReadAllBytes(Path.Combine(model, "components/hybrid/tensors.safetensors"))
        );
    }

    private sealed record Selected(string Metric, double Value, double[] Values, double LearningRate, byte[] Tensors);
}
