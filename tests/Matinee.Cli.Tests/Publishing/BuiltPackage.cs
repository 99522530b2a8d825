using Matinee.Data.Registry;

namespace Matinee.Cli.Tests.Publishing;

/// <summary>A package of demo data in a registry of its own: built once, shared by the tests that only read.</summary>
public sealed class BuiltPackage : IAsyncLifetime
{
    public const string Name = "large-demo";

    internal Workspace Workspace { get; } = new();

    internal string Registry => Workspace.Path("registry");

    /// <summary>What the build that made it printed.</summary>
    internal string Printed { get; private set; } = "";

    internal RegistryEntry Entry => Read().Find(Name, Registry);

    internal byte[] Zip => File.ReadAllBytes(Path.Combine(Registry, Entry.Url));

    internal ModelRegistry Read() =>
        ModelRegistry.FromJson(File.ReadAllText(Path.Combine(Registry, ModelRegistry.FileName)), Registry);

    /// <param name="more">Options with their values; they win over the usual ones.</param>
    internal Task<CliResult> Build(string preset, params string[] more)
    {
        var options = new Dictionary<string, string>
        {
            ["--dataset"] = Workspace.Path("demo"),
            ["--config-path"] = "configs/popularity.yaml",
            ["--work-dir"] = Workspace.Path("work"),
            ["--registry"] = Registry,
        };
        IEnumerable<string> usual = options
            .Where(option => !more.Contains(option.Key))
            .SelectMany(option => new[] { option.Key, option.Value });
        return Workspace.RunAsync(["models", "build", preset, .. usual, .. more]);
    }

    public async ValueTask InitializeAsync()
    {
        (
            await Workspace.RunAsync(
                "demo",
                "--output-dir",
                Workspace.Path("demo"),
                "--users",
                "60",
                "--ratings",
                "4000"
            )
        ).Succeeded();
        Printed = (await Build("large")).Succeeded().Out;
    }

    public ValueTask DisposeAsync()
    {
        Workspace.Dispose();
        return ValueTask.CompletedTask;
    }
}
