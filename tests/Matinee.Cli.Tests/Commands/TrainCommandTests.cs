using System.Text.Json;

namespace Matinee.Cli.Tests.Commands;

public sealed class TrainCommandTests(TrainedWorkspace trained) : IClassFixture<TrainedWorkspace>, IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Train_ListOfValues_ShowsTheTrialsAndRecordsTheChoice()
    {
        string config = workspace.Write(
            "c.yaml",
            "model: bias\nmodel_params:\n  item_damping: [1, 1000]\nmetrics:\n  select_by: rmse\n"
        );

        CliResult result = (await Train(config)).Succeeded();

        Assert.Contains("item_damping 1,", result.Out, StringComparison.Ordinal);
        Assert.Contains("validation rmse", result.Out, StringComparison.Ordinal);
        Assert.Contains("Next: ./matinee evaluate", result.Out, StringComparison.Ordinal);
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(workspace.Path("model/manifest.json")));
        Assert.Equal(1, manifest.RootElement.GetProperty("options").GetProperty("item_damping").GetDouble());
        Assert.Equal(2, manifest.RootElement.GetProperty("selection").GetProperty("trials").GetArrayLength());
        Assert.True(manifest.RootElement.GetProperty("dataset").GetProperty("simulated").GetBoolean());
    }

    [Fact]
    public async Task Train_AnyThreadCount_WritesTheSameTensors()
    {
        string config = workspace.Write("c.yaml", "model: ease\n");
        foreach (string threads in new[] { "1", "4" })
        {
            (
                await Workspace.RunAsync(
                    "train",
                    "--data-dir",
                    trained.Data,
                    "--config-path",
                    config,
                    "--output-dir",
                    workspace.Path(threads),
                    "--threads",
                    threads
                )
            ).Succeeded();
        }

        const string Tensors = "components/ease/tensors.safetensors";
        Assert.Equal(
            File.ReadAllBytes(Path.Combine(workspace.Path("1"), Tensors)),
            File.ReadAllBytes(Path.Combine(workspace.Path("4"), Tensors))
        );
    }

    [Fact]
    public async Task Train_FitOnAll_IsMarkedAndRefusedByEvaluate()
    {
        string config = workspace.Write("c.yaml", "model: popularity\n");

        (await Train(config, "--fit-on", "all")).Succeeded();

        Assert.Contains(
            "\"fittedOn\": \"all\"",
            File.ReadAllText(workspace.Path("model/manifest.json")),
            StringComparison.Ordinal
        );
        (
            await Workspace.RunAsync("evaluate", "--data-dir", trained.Data, "--model-path", workspace.Path("model"))
        ).FailedWith(1, "fitted on every rating");
    }

    [Fact]
    public async Task Train_WarmStart_BeginsWhereTheOlderModelEnded()
    {
        string config = workspace.Write("c.yaml", "model: als\nmodel_params:\n  factors: 8\n  iterations: 5\n");
        (await Train(config)).Succeeded();
        string older = workspace.Path("older");
        Directory.Move(workspace.Path("model"), older);

        double afresh = await FirstLoss(config);
        double warm = await FirstLoss(config, "--warm-start", older);

        Assert.True(warm < afresh, $"{warm} against {afresh}");
    }

    [Fact]
    public async Task Train_WarmStartFromAModelThatKnowsTheTestPart_IsForServingOnly()
    {
        string config = workspace.Write("c.yaml", "model: als\nmodel_params:\n  factors: 4\n  iterations: 2\n");
        (await Train(config, "--fit-on", "all")).Succeeded();
        string knowing = workspace.Path("knowing");
        Directory.Move(workspace.Path("model"), knowing);

        (await Train(config, "--warm-start", knowing)).FailedWith(1, "may know this test part");
        Assert.False(Directory.Exists(workspace.Path("model")));
        (await Train(config, "--warm-start", knowing, "--fit-on", "all")).Succeeded();

        Assert.Contains(
            "\"startedFrom\"",
            File.ReadAllText(workspace.Path("model/manifest.json")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Train_WarmStartFromAnotherDataset_IsForServingOnly()
    {
        string config = workspace.Write("c.yaml", "model: als\nmodel_params:\n  factors: 4\n  iterations: 2\n");
        string data = workspace.Path("data");
        (
            await Workspace.RunAsync("preprocess", "--data-dir", trained.Raw, "--output-dir", data, "--split", "random")
        ).Succeeded();
        string foreign = workspace.Path("foreign");
        (
            await Workspace.RunAsync("train", "--data-dir", data, "--config-path", config, "--output-dir", foreign)
        ).Succeeded();

        (await Train(config, "--warm-start", foreign)).FailedWith(1, "another dataset");
    }

    [Fact]
    public async Task Train_LogFileThatCanNotBeWritten_SaysSo()
    {
        string config = workspace.Write("c.yaml", "model: popularity\n");

        (await Train(config, "--log-file", workspace.Root)).FailedWith(1, "Choose another --log-file");
    }

    [Fact]
    public async Task Train_AbsurdListLengths_AreHeldToTheMovies()
    {
        string config = workspace.Write(
            "c.yaml",
            "model: item-knn\nmodel_params:\n  neighbors: 2000000000\nmetrics:\n  top_k: 2000000000\n"
        );

        (await Train(config)).Succeeded();
    }

    [Fact]
    public async Task Train_WarmStartFromAnotherKind_IsRefused()
    {
        string config = workspace.Write("c.yaml", "model: als\n");

        (await Train(config, "--warm-start", trained.Model)).FailedWith(1, "is of kind 'ease'");
    }

    private async Task<double> FirstLoss(string config, params string[] more)
    {
        CliResult result = (await Train(config, [.. more, "--log-level", "INFO"])).Succeeded();
        string line = result
            .Error.Split('\n')
            .First(line => line.Contains("final fit: iteration 1 of", StringComparison.Ordinal));
        return double.Parse(line.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Train_UnknownKey_SuggestsTheNearestAndWritesNothing()
    {
        string config = workspace.Write("c.yaml", "model: ease\nmodel_params:\n  lambda: 3\n  regularizaton: 3\n");

        (await Train(config)).FailedWith(1, "unknown key 'lambda' in model_params");

        Assert.False(Directory.Exists(workspace.Path("model")));
    }

    [Fact]
    public async Task Train_FolderThatIsNoDataset_SaysPreprocess()
    {
        string config = workspace.Write("c.yaml", "model: ease\n");

        (await Workspace.RunAsync("train", "--data-dir", workspace.Root, "--config-path", config)).FailedWith(
            1,
            "preprocess"
        );
    }

    [Fact]
    public async Task Train_OutputFolderWithOtherFiles_IsRefused()
    {
        string config = workspace.Write("c.yaml", "model: popularity\n");
        Directory.CreateDirectory(workspace.Path("model"));
        workspace.Write("model/thesis.doc", "");

        (await Train(config)).FailedWith(1, "another kind");

        Assert.True(File.Exists(workspace.Path("model/thesis.doc")));
    }

    [Theory]
    [InlineData("--threads", "0", "--threads must be at least 1")]
    [InlineData("--threads", "two", "--threads must be at least 1, a whole number, not 'two'")]
    [InlineData("--fit-on", "test", "train+validation")]
    [InlineData("--epochs", "3", "--epochs")]
    public async Task Train_BadFlag_IsAUsageError(string flag, string value, string message)
    {
        (await Workspace.RunAsync("train", flag, value)).FailedWith(MatineeCli.UsageError, message);
    }

    private Task<CliResult> Train(string config, params string[] more) =>
        Workspace.RunAsync([
            "train",
            "--data-dir",
            trained.Data,
            "--config-path",
            config,
            "--output-dir",
            workspace.Path("model"),
            .. more,
        ]);
}
