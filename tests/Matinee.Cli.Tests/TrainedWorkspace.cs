namespace Matinee.Cli.Tests;

/// <summary>Demo data, preprocessed, with a trained EASE beside: made once, shared by the tests that only read.</summary>
public sealed class TrainedWorkspace : IAsyncLifetime
{
    internal Workspace Workspace { get; } = new();

    internal string Raw => Workspace.Path("raw");
    internal string Data => Workspace.Path("data");
    internal string Model => Workspace.Path("model");

    /// <summary>Evaluates the trained model, or another one of the same data.</summary>
    internal Task<CliResult> Evaluate(string output, string[] more, string? model = null) =>
        Workspace.RunAsync([
            "evaluate",
            "--data-dir",
            Data,
            "--model-path",
            model ?? Model,
            "--output-dir",
            output,
            .. more,
        ]);

    /// <summary>The same raw data without a validation part, in a folder of another workspace.</summary>
    internal async Task<string> WithoutValidation(Workspace workspace)
    {
        string data = workspace.Path("data");
        (
            await Workspace.RunAsync([
                "preprocess",
                "--data-dir",
                Raw,
                "--output-dir",
                data,
                "--validation-fraction",
                "0",
            ])
        ).Succeeded();
        return data;
    }

    /// <summary>The arguments that train a configuration on the data, with two threads.</summary>
    internal string[] Training(string output, string config) =>
        ["train", "--data-dir", Data, "--config-path", config, "--output-dir", output, "--threads", "2"];

    public async ValueTask InitializeAsync()
    {
        (await Workspace.RunAsync("demo", "--output-dir", Raw, "--users", "80", "--ratings", "6000")).Succeeded();
        (await Workspace.RunAsync("preprocess", "--data-dir", Raw, "--output-dir", Data)).Succeeded();
        string config = Workspace.Write("ease.yaml", "model: ease\nmodel_params:\n  regularization: [20, 100]\n");
        (
            await Workspace.RunAsync("train", "--data-dir", Data, "--config-path", config, "--output-dir", Model)
        ).Succeeded();
    }

    public ValueTask DisposeAsync()
    {
        Workspace.Dispose();
        return ValueTask.CompletedTask;
    }
}
