using System.Text.Json;

namespace Matinee.Cli.Tests.Commands;

/// <summary>A kind of model with options that do not go together, and with checkpoints.</summary>
public sealed class TuneHybridTests(TrainedWorkspace trained) : IClassFixture<TrainedWorkspace>, IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Tune_CombinationThatIsNone_FailsAloneAndIsListed()
    {
        string yaml = TinyNetwork
            .Yaml(epochs: 1)
            .Replace(
                "max_tags: 1",
                "max_tags: 1\n  use_text: [true, false]\n  use_cross_attention: [true, false]",
                StringComparison.Ordinal
            );
        string config = workspace.Write("c.yaml", yaml);
        using var run = new ProgramRun(
            workspace.Root,
            "tune",
            "--data-dir",
            trained.Data,
            "--config-path",
            config,
            "--output-dir",
            "out",
            "--device",
            "cpu"
        );

        CliResult result = (await run.FinishAsync()).Succeeded();

        Assert.Contains("4, of which 1 failed", result.Out, StringComparison.Ordinal);
        JsonElement[] trials =
        [
            .. File.ReadAllLines(workspace.Path("out/trials.jsonl"))
                .Skip(1)
                .Select(line => JsonDocument.Parse(line).RootElement),
        ];
        JsonElement failed = trials.Single(trial => trial.TryGetProperty("failed", out _));
        Assert.Equal("false", failed.GetProperty("options").GetProperty("use_text").GetString());
        Assert.Equal("true", failed.GetProperty("options").GetProperty("use_cross_attention").GetString());
        Assert.Contains(
            "use_cross_attention needs texts",
            failed.GetProperty("failed").GetString(),
            StringComparison.Ordinal
        );
        Assert.False(Directory.Exists(workspace.Path("out.training")));
        string best = File.ReadAllText(workspace.Path("out/best.yaml"));
        Assert.Contains("llm_params:\n  max_tags: 1\n  use_text: ", best, StringComparison.Ordinal);
        Assert.Contains("\nn_epochs: 1\n", best, StringComparison.Ordinal);
    }
}
