using System.Text.Json;
using Matinee.Core.Evaluation.Reports;

namespace Matinee.Cli.Tests.Commands;

public sealed class TrainBlendTests(TrainedWorkspace trained) : IClassFixture<TrainedWorkspace>, IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Train_ThenEvaluateAndRecommend_WeighsItsModelsAndSaysWhy()
    {
        CliResult result = (await Workspace.RunAsync(Train("model", Blend()))).Succeeded();
        (await trained.Evaluate(workspace.Path("report"), [], workspace.Path("model"))).Succeeded();
        CliResult list = (
            await Workspace.RunAsync("recommend", "--model-path", workspace.Path("model"), "--user-id", "1")
        ).Succeeded();

        Assert.Matches(@"models +ease, als, fm", result.Out);
        Assert.Matches(@"weights +\w+ -?\d\.\d\d, ", result.Out);
        Assert.Matches(@"nested +ndcg@10 0\.\d{4}", result.Out);
        IReadOnlyList<ModelFigures> figures = workspace.Report("report").Models;
        double blend = figures[0].Find("ndcg", 10)!.Value;
        double popularity = figures.Single(model => model.Name == "popularity").Find("ndcg", 10)!.Value;
        Assert.True(blend > popularity, $"{blend} against popularity's {popularity}");
        Assert.Contains("by blend", list.Out, StringComparison.Ordinal);
        Assert.Matches(@"\d\.\d ± \d\.\d", list.Out);
        Assert.Matches(@"★\d", list.Out);
        JsonElement manifest = JsonDocument
            .Parse(File.ReadAllText(workspace.Path("model/manifest.json")))
            .RootElement.GetProperty("options");
        Assert.True(manifest.GetProperty("weights").TryGetProperty("recent", out _));
        Assert.False(manifest.GetProperty("weights").TryGetProperty("next", out _));
    }

    [Fact]
    public async Task Train_ShippedForLargeData_TrainsOnSmall()
    {
        CliResult result = (await Workspace.RunAsync(Train("model", "configs/large-blend.yaml"))).Succeeded();

        Assert.Matches(@"models +als, fm", result.Out);
        Assert.Matches(@"nested +ndcg@10 0\.\d{4}", result.Out);
    }

    [Fact]
    public async Task Train_OnePartChanged_TrainsThatPartAlone()
    {
        (await Workspace.RunAsync(Train("one", Blend()))).Succeeded();

        CliResult again = (await Workspace.RunAsync(Train("again", Blend()))).Succeeded();
        CliResult changed = (await Workspace.RunAsync(Train("changed", Blend(factors: 5)))).Succeeded();

        Assert.Matches(@"taken over +ease, als, fm", again.Out);
        Assert.Matches(@"taken over +ease, fm *\n", changed.Out);
        Assert.Equal(Tensors("one", "als"), Tensors("again", "als"));
        Assert.NotEqual(Tensors("one", "als"), Tensors("changed", "als"));
        Assert.Equal(Manifest("one"), Manifest("again"));
    }

    [Fact]
    public async Task Train_Killed_GoesOnWithWhatWasTrained()
    {
        string config = Blend(sweeps: 4000);
        using (var run = new ProgramRun(workspace.Root, Train("model", config)))
        {
            await run.EndOnceAsync(
                () =>
                    Directory.Exists(workspace.Path(".parts"))
                    && Directory.GetDirectories(workspace.Path(".parts"), "als-*").Length > 0,
                program => program.Kill()
            );
        }

        Assert.False(Directory.Exists(workspace.Path("model")));
        CliResult again = (await Workspace.RunAsync(Train("model", Blend()))).Succeeded();

        Assert.Matches(@"taken over +ease, als", again.Out);
    }

    [Fact]
    public async Task Train_WarmStartFromABlend_TakesOverWhatIsUnchanged()
    {
        (await Workspace.RunAsync(Train("old", Blend()))).Succeeded();
        Directory.Delete(workspace.Path(".parts"), recursive: true);

        CliResult result = (
            await Workspace.RunAsync([.. Train("new", Blend()), "--warm-start", workspace.Path("old")])
        ).Succeeded();

        Assert.Matches(@"taken over +ease, als, fm", result.Out);
        Assert.Equal(Tensors("old", "fm"), Tensors("new", "fm"));
    }

    [Fact]
    public async Task Train_NoParts_SaysWhatToAdd()
    {
        string config = workspace.Write("empty.yaml", "model: blend\n");

        CliResult result = await Workspace.RunAsync(Train("model", config));

        result.FailedWith(1, "A blend needs models");
        Assert.False(Directory.Exists(workspace.Path("model")));
    }

    private byte[] Tensors(string model, string part) =>
        File.ReadAllBytes(workspace.Path($"{model}/components/blend/{part}/tensors.safetensors"));

    private string Manifest(string model) =>
        JsonDocument
            .Parse(File.ReadAllText(workspace.Path($"{model}/manifest.json")))
            .RootElement.GetProperty("options")
            .GetRawText();

    private string Blend(int factors = 4, int sweeps = 6) =>
        workspace.Write(
            "blend.yaml",
            $$"""
            model: blend
            parts:
              ease: { regularization: 50 }
              als: { factors: {{factors}}, iterations: 3 }
              fm: { rank: 2, sweeps: {{sweeps}}, chains: 1, kept_samples: 4 }
            model_params: { bags: 2, depth: 50 }
            """
        );

    private string[] Train(string output, string config) => trained.Training(workspace.Path(output), config);
}
