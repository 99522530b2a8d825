namespace Matinee.Cli.Tests;

/// <summary>How the real program starts, ends and is interrupted.</summary>
public sealed class ProgramTests(TrainedWorkspace trained) : IClassFixture<TrainedWorkspace>, IDisposable
{
    // Enough candidates to be interrupted in the middle of.
    private const string LongConfiguration = """
        model: item-knn
        model_params:
          neighbors: [10, 20, 30, 40, 50, 60, 70, 80, 90, 100]
          k1: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]
          b: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]
        """;

    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Start_NoArguments_ShowsTheCommands()
    {
        CliResult result = await Run();

        foreach (
            string name in new[]
            {
                "quickstart",
                "download",
                "demo",
                "preprocess",
                "train",
                "evaluate",
                "recommend",
                "serve",
            }
        )
        {
            Assert.Contains($"  {name}", result.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Start_MistypedCommand_SuggestsTheNearest()
    {
        CliResult result = await Run("trian");

        Assert.Equal(2, result.Code);
        Assert.Contains("train", result.Out + result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quickstart")]
    [InlineData("download")]
    [InlineData("demo")]
    [InlineData("preprocess")]
    [InlineData("train")]
    [InlineData("tune")]
    [InlineData("evaluate")]
    [InlineData("compare")]
    [InlineData("synthesize")]
    [InlineData("recommend")]
    [InlineData("serve")]
    public async Task Help_EveryCommand_FitsATerminal(string command)
    {
        CliResult result = (await Run(command, "--help")).Succeeded();

        Assert.Contains("--log-level", result.Out, StringComparison.Ordinal);
        Assert.Contains("Examples:", result.Out, StringComparison.Ordinal);
        Assert.Contains($"./matinee {command}", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Piped_HasNoEscapeCodes()
    {
        CliResult result = (await Run("recommend", "--model-path", trained.Model, "--user-id", "1")).Succeeded();

        Assert.DoesNotContain('\e', result.Out + result.Error);
    }

    [Fact]
    public async Task LogFile_Given_HoldsTheCommandLineAndTheSteps()
    {
        string log = workspace.Path("run.log");

        (
            await Run(
                "train",
                "--data-dir",
                trained.Data,
                "--config-path",
                "configs/popularity.yaml",
                "--output-dir",
                workspace.Path("model"),
                "--log-file",
                log
            )
        ).Succeeded();

        Assert.Contains("INFO Matinee: Command line: train", File.ReadAllText(log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LogLevel_Info_LogsOnStderr()
    {
        string[] train =
        [
            "train",
            "--data-dir",
            trained.Data,
            "--config-path",
            "configs/ease.yaml",
            "--output-dir",
            workspace.Path("model"),
        ];

        CliResult quiet = (await Run(train)).Succeeded();
        CliResult loud = (await Run([.. train, "--log-level", "INFO"])).Succeeded();

        Assert.Equal("", quiet.Error);
        Assert.Contains("INFO: ", loud.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interrupt_DuringTraining_EndsWith130AndNothingHalfWritten()
    {
        using ProgramRun run = StartLongTraining();
        await WaitUntilTraining(run);

        run.Interrupt();
        CliResult result = await run.FinishAsync();

        Assert.Equal(130, result.Code);
        Assert.Contains("cancelled", result.Error, StringComparison.Ordinal);
        Assert.Equal(
            ["long.yaml", "train.log"],
            Directory.GetFileSystemEntries(workspace.Root).Select(Path.GetFileName).Order()
        );
    }

    [Fact]
    public async Task Kill_DuringTraining_LeavesTheOldModelWhole()
    {
        string model = workspace.Path("model");
        string[] quick =
        [
            "train",
            "--data-dir",
            trained.Data,
            "--config-path",
            "configs/popularity.yaml",
            "--output-dir",
            model,
        ];
        (await Run(quick)).Succeeded();
        using (ProgramRun run = StartLongTraining())
        {
            await WaitUntilTraining(run);
            run.Kill();
            await run.FinishAsync();
        }

        (await Run("recommend", "--model-path", model, "--user-id", "1")).Succeeded();
        (await Run(quick)).Succeeded();
    }

    [Fact]
    public async Task Quickstart_OwnData_GoesThroughToRecommendations()
    {
        CliResult result = (
            await Run("quickstart", "--data-dir", trained.Raw, "--user-id", "3", "--no-serve")
        ).Succeeded();

        Assert.Contains("Recommended for user 3", result.Out, StringComparison.Ordinal);
        Assert.True(File.Exists(workspace.Path("reports/quickstart/report.md")));
        Assert.True(File.Exists(workspace.Path("models/quickstart/manifest.json")));
    }

    [Fact]
    public async Task Quickstart_Offline_GoesOnWithDemoDataAndSaysSo()
    {
        long start = TimeProvider.System.GetTimestamp();

        CliResult result = (await Run("quickstart", "--base-url", "http://127.0.0.1:1/", "--no-serve")).Succeeded();

        Assert.Contains("Going on with demo data", result.Out, StringComparison.Ordinal);
        Assert.Contains("simulated", result.Out, StringComparison.Ordinal);
        Assert.Contains("Recommended for user", result.Out, StringComparison.Ordinal);
        Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromMinutes(1));
    }

    private ProgramRun StartLongTraining() =>
        new(
            workspace.Root,
            "train",
            "--data-dir",
            trained.Data,
            "--config-path",
            workspace.Write("long.yaml", LongConfiguration),
            "--output-dir",
            workspace.Path("model"),
            "--log-file",
            workspace.Path("train.log")
        );

    private async Task WaitUntilTraining(ProgramRun run)
    {
        string log = workspace.Path("train.log");
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!File.Exists(log) || !ReadShared(log).Contains("candidate 2:", StringComparison.Ordinal))
        {
            Assert.False(run.HasExited, "The training ended before it could be interrupted.");
            await Task.Delay(50, limit.Token);
        }
    }

    private static string ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private async Task<CliResult> Run(params string[] arguments)
    {
        using var run = new ProgramRun(workspace.Root, arguments);
        return await run.FinishAsync();
    }
}
