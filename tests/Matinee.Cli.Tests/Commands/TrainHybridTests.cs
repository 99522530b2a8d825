using System.Text.Json;
using System.Xml.Linq;

namespace Matinee.Cli.Tests.Commands;

public sealed class TrainHybridTests(TrainedWorkspace trained) : IClassFixture<TrainedWorkspace>, IDisposable
{
    private const string Tensors = "components/hybrid/tensors.safetensors";

    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Train_Hybrid_KeepsItsLossesWithTheModel()
    {
        CliResult result = (await Run(Train("model", Tiny(epochs: 2)))).Succeeded();

        string model = workspace.Path("model");
        string[] log = File.ReadAllLines(Path.Combine(model, "training/log.csv"));
        Assert.StartsWith("epoch,loss,", log[0], StringComparison.Ordinal);
        // The final fit ends where the candidate was best.
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(model, "manifest.json")));
        int best = manifest.RootElement.GetProperty("options").GetProperty("stop_after").GetInt32();
        Assert.Equal(best, log.Length - 1);
        Assert.Equal(3, File.ReadAllLines(Path.Combine(model, "training/candidate-1.csv")).Length);
        Assert.Equal("svg", XElement.Load(Path.Combine(model, "training/loss.svg")).Name.LocalName);
        string[] hashed = [.. manifest.RootElement.GetProperty("files").EnumerateObject().Select(file => file.Name)];
        Assert.Superset(
            new HashSet<string> { "training/log.csv", "training/candidate-1.csv", "training/loss.svg" },
            hashed.ToHashSet()
        );
        Assert.False(Directory.Exists(workspace.Path("model.training")));
        foreach (
            string line in new[]
            {
                $"final fit {best}; candidate 1 2 (best {best})",
                "samples/s",
                "from the cache",
                "loss.svg",
            }
        )
        {
            Assert.Contains(line, result.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Train_HybridThenEase_ReplacesTheModelAndItsLosses()
    {
        (await Run(Train("model", Tiny(epochs: 1)))).Succeeded();
        CliResult list = await Workspace.RunAsync(
            "recommend",
            "--model-path",
            workspace.Path("model"),
            "--user-id",
            "1"
        );

        (await Run(Train("model", "configs/ease.yaml"))).Succeeded();

        list.Succeeded();
        Assert.False(Directory.Exists(workspace.Path("model/training")));
    }

    [Fact]
    public async Task Train_NoValidationPart_HoldsOneOutToStopInTime()
    {
        string data = await trained.WithoutValidation(workspace);

        CliResult result = (await Run(Train("model", Tiny(epochs: 2), data))).Succeeded();

        Assert.Contains("final fit 2 (best ", result.Out, StringComparison.Ordinal);
        Assert.Equal(
            ["log.csv", "loss.svg"],
            Directory.GetFiles(workspace.Path("model/training")).Select(Path.GetFileName).Order()
        );
    }

    [Fact]
    public async Task Train_KilledAndRunAgain_EndsWhereAnUninterruptedOneDoes()
    {
        string config = Tiny(epochs: 6);
        await EndInTheMiddle("killed", config, run => run.Kill());

        CliResult again = (await Run(Train("killed", config))).Succeeded();
        CliResult whole = (await Run(Train("whole", config))).Succeeded();

        Assert.Matches(@"Going on after epoch \d+ \(candidate 1\)\.", again.Error);
        Assert.DoesNotContain("Going on", whole.Error, StringComparison.Ordinal);
        Assert.Equal(
            File.ReadAllBytes(Path.Combine(workspace.Path("whole"), Tensors)),
            File.ReadAllBytes(Path.Combine(workspace.Path("killed"), Tensors))
        );
        Assert.Equal(
            Epochs(workspace.Path("whole/training/candidate-1.csv")),
            Epochs(workspace.Path("killed/training/candidate-1.csv"))
        );
        Assert.False(Directory.Exists(workspace.Path("killed.training")));
    }

    [Fact]
    public async Task Train_Interrupted_SaysThatTheSameCommandGoesOn()
    {
        string config = Tiny(epochs: 1000);

        CliResult result = await EndInTheMiddle("model", config, run => run.Interrupt());

        result.FailedWith(130, "--no-resume starts afresh.");
        Assert.False(Directory.Exists(workspace.Path("model")));
        Assert.NotEmpty(Directory.GetFiles(workspace.Path("model.training"), "*.safetensors"));
    }

    [Fact]
    public async Task Train_NoResume_StartsAfreshAndLeavesOthersFiles()
    {
        string config = Tiny(epochs: 6);
        await EndInTheMiddle("model", config, run => run.Kill());
        string note = workspace.Path("model.training/note.txt");
        File.WriteAllText(note, "mine");

        CliResult result = (await Run([.. Train("model", config), "--no-resume"])).Succeeded();

        Assert.DoesNotContain("Going on", result.Error, StringComparison.Ordinal);
        Assert.Equal([note], Directory.GetFiles(workspace.Path("model.training")));
    }

    [Fact]
    public async Task Train_DeviceThatIsNotThere_SaysWhatToDo()
    {
        Assert.SkipWhen(File.Exists("/dev/nvidiactl"), "This machine may have such a device.");

        CliResult result = await Run([.. Train("model", Tiny(epochs: 1)), "--device", "cuda"]);

        result.FailedWith(1, "no GPU that this build can use");
        Assert.Empty(Directory.GetDirectories(workspace.Root));
    }

    [Fact]
    public async Task Train_DeviceForAModelWithoutOne_IsRefused() =>
        (await Workspace.RunAsync([.. Train("model", "configs/ease.yaml"), "--device", "cpu"])).FailedWith(
            1,
            "'ease' trains on the CPU"
        );

    private string Tiny(int epochs) => workspace.Write("hybrid.yaml", TinyNetwork.Yaml(epochs));

    private string[] Train(string output, string config, string? data = null) =>
        [
            "train",
            "--data-dir",
            data ?? trained.Data,
            "--config-path",
            config,
            "--output-dir",
            workspace.Path(output),
            // Sums of several threads may differ in their last bits.
            "--threads",
            "1",
        ];

    private async Task<CliResult> Run(string[] arguments)
    {
        using var run = new ProgramRun(workspace.Root, arguments);
        return await run.FinishAsync();
    }

    private async Task<CliResult> EndInTheMiddle(string output, string config, Action<ProgramRun> end)
    {
        using var run = new ProgramRun(workspace.Root, Train(output, config));
        string folder = workspace.Path(output + ".training");
        return await run.EndOnceAsync(
            () => Directory.Exists(folder) && Directory.GetFiles(folder, "*.safetensors").Length > 0,
            end
        );
    }

    // All columns but the seconds.
    private static IEnumerable<string> Epochs(string csv) =>
        File.ReadLines(csv).Select(line => line[..line.LastIndexOf(',')]);
}
