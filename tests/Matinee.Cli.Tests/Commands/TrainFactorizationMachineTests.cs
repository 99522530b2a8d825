using Matinee.Core.Evaluation.Reports;

namespace Matinee.Cli.Tests.Commands;

public sealed class TrainFactorizationMachineTests(TrainedWorkspace trained)
    : IClassFixture<TrainedWorkspace>,
        IDisposable
{
    private const string Tensors = "components/fm/tensors.safetensors";

    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Train_ThenEvaluateAndRecommend_ShowChancesAndSpread()
    {
        string model = workspace.Path("model");

        (await Workspace.RunAsync(Train("model", Small(sweeps: 30)))).Succeeded();
        CliResult evaluated = (await trained.Evaluate(workspace.Path("report"), [], model)).Succeeded();
        CliResult list = (await Workspace.RunAsync("recommend", "--model-path", model, "--user-id", "1")).Succeeded();

        Assert.Contains("chance of 4+ stars", evaluated.Out, StringComparison.Ordinal);
        Assert.Contains("fm: negative log-likelihood of a rating", evaluated.Out, StringComparison.Ordinal);
        ModelFigures figures = workspace.Report("report").Models[0];
        Assert.NotNull(figures.Calibration);
        // The bias baseline has 0.92 here.
        Assert.InRange(figures.Find("rmse")!.Value, 0.85, 0.95);
        Assert.Matches(@"\d\.\d ± \d\.\d", list.Out);
    }

    [Fact]
    public async Task Train_SmallSampler_LogsEverySweepAndTellsWhatTheDataLacks()
    {
        CliResult result = (await Workspace.RunAsync(Train("model", Small(sweeps: 12)))).Succeeded();

        string[] log = File.ReadAllLines(workspace.Path("model/training/log.csv"));
        Assert.StartsWith("sweep,loss,", log[0], StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(1, 12).Select(n => $"{n}"), log.Skip(1).Select(line => line.Split(',')[0]));
        Assert.True(File.Exists(workspace.Path("model/training/loss.svg")));
        Assert.Matches(@"not in the data +user attributes", result.Out);
    }

    [Fact]
    public async Task Train_InterruptedAndRunAgain_EndsWhereAnUninterruptedOneDoes()
    {
        string config = Small(sweeps: 600);
        CliResult interrupted = await InterruptInTheMiddle("model", config);
        interrupted.FailedWith(130, "--no-resume starts afresh.");
        Assert.False(Directory.Exists(workspace.Path("model")));
        Assert.NotEmpty(Directory.GetFiles(workspace.Path("model.training"), "*.safetensors"));

        CliResult again = (await Run([.. Train("model", config), "--resume"])).Succeeded();
        CliResult whole = (await Run(Train("whole", config))).Succeeded();

        Assert.Matches(@"Going on after sweep \d+", again.Error);
        Assert.DoesNotContain("Going on", whole.Error, StringComparison.Ordinal);
        Assert.Equal(
            File.ReadAllBytes(Path.Combine(workspace.Path("whole"), Tensors)),
            File.ReadAllBytes(Path.Combine(workspace.Path("model"), Tensors))
        );
        Assert.False(Directory.Exists(workspace.Path("model.training")));
    }

    [Fact]
    public async Task Train_ResumeWithoutAnInterruptedTraining_FailsAndWritesNothing()
    {
        CliResult result = await Workspace.RunAsync([.. Train("model", Small(sweeps: 2)), "--resume"]);

        result.FailedWith(1, "There is no interrupted training to go on with");
        Assert.False(Directory.Exists(workspace.Path("model")));
    }

    [Fact]
    public async Task Train_ResumeAndNoResume_AreRefusedTogether() =>
        (await Workspace.RunAsync([.. Train("model", Small(sweeps: 2)), "--resume", "--no-resume"])).FailedWith(
            2,
            "contradict each other"
        );

    private string Small(int sweeps) =>
        workspace.Write(
            "fm.yaml",
            $"""
            model: fm
            random_seed: 42
            model_params:
              rank: 2
              sweeps: {sweeps}
              chains: 2
              kept_samples: 16
            metrics:
              select_by: rmse
            """
        );

    private string[] Train(string output, string config) => trained.Training(workspace.Path(output), config);

    private async Task<CliResult> Run(string[] arguments)
    {
        using var run = new ProgramRun(workspace.Root, arguments);
        return await run.FinishAsync();
    }

    private async Task<CliResult> InterruptInTheMiddle(string output, string config)
    {
        using var run = new ProgramRun(workspace.Root, Train(output, config));
        string folder = workspace.Path(output + ".training");
        return await run.EndOnceAsync(
            () => Directory.Exists(folder) && Directory.GetFiles(folder, "*.csv").Any(IsBegun),
            program => program.Interrupt()
        );

        // Longer than its header and a sweep.
        static bool IsBegun(string log) => new FileInfo(log).Length > 100;
    }
}
