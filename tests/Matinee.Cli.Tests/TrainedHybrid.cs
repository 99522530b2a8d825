namespace Matinee.Cli.Tests;

/// <summary>Demo data, preprocessed, with a small trained network beside.</summary>
public sealed class TrainedHybrid : IAsyncLifetime
{
    private readonly TrainedWorkspace trained = new();

    internal Workspace Workspace => trained.Workspace;
    internal string Data => trained.Data;

    /// <summary>Of another kind.</summary>
    internal string Ease => trained.Model;

    internal string Model => Workspace.Path("hybrid");

    /// <summary>Runs the program itself, which has the native libraries beside it.</summary>
    internal async Task<CliResult> RunAsync(string[] arguments, Dictionary<string, string>? environment = null)
    {
        using var run = new ProgramRun(Workspace.Root, environment ?? [], arguments);
        return await run.FinishAsync();
    }

    public async ValueTask InitializeAsync()
    {
        await trained.InitializeAsync();
        string config = Workspace.Write("hybrid.yaml", TinyNetwork.Yaml(epochs: 2));
        (await RunAsync(["train", "--data-dir", Data, "--config-path", config, "--output-dir", Model])).Succeeded();
    }

    public async ValueTask DisposeAsync() => await trained.DisposeAsync();
}
