using System.Text.RegularExpressions;
using Matinee.Api.Hosting;

namespace Matinee.Cli.Tests.Deployment;

public sealed partial class ComposeFileTests
{
    // What Compose itself takes, beside the server's settings.
    private static readonly string[] OwnVariables =
    [
        "MATINEE_PUBLISHED_PORT",
        "MATINEE_IMAGE",
        "MATINEE_TORCH",
        "MATINEE_USER",
        "MATINEE_DATA_FOLDER",
        "MATINEE_MODELS_FOLDER",
        "MATINEE_REPORTS_FOLDER",
    ];

    private static readonly string Root = TestData.RepositoryRoot();
    private readonly ComposeFile compose = ComposeFile.Read(Path.Combine(Root, "compose.yaml"));

    [Fact]
    public void Ports_EveryPublishedOne_AreOfThisMachineOnly()
    {
        string[] ports = [.. compose.Services.Keys.SelectMany(service => compose.List(service, "ports"))];

        Assert.Contains("127.0.0.1:${MATINEE_PUBLISHED_PORT:-3000}:3000", ports);
        Assert.All(ports, port => Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal));
        Assert.All(compose.Services.Values, service => Assert.DoesNotContain("network_mode", service.Keys));
        Assert.Empty(compose.List("postgres", "ports"));
    }

    [Fact]
    public void Variables_EveryOneOfMatinee_IsKnown()
    {
        string[] used = [.. Variable().Matches(compose.Text).Select(match => match.Value).Distinct()];
        // One that only a comment of the file explains is in the documentation, too.
        string guide = File.ReadAllText(Path.Combine(Root, "docs", "deploying.md"));

        Assert.Contains("MATINEE_STORE", used);
        Assert.Empty(used.Except(OwnVariables).Except(ServerSettings.All.Select(setting => setting.Variable)));
        Assert.Empty(OwnVariables.Except(used));
        Assert.All(OwnVariables, variable => Assert.Contains(variable, guide, StringComparison.Ordinal));
    }

    [Fact]
    public void Environment_AsItStands_IsWhatTheServerTakes()
    {
        Dictionary<string, string> environment = compose
            .Map("app", "environment")
            .ToDictionary(entry => (string)entry.Key, entry => WithDefaults((string)entry.Value));
        string folder = Directory.CreateTempSubdirectory("matinee-compose-").FullName;

        ServerOptions options = new ServerConfiguration(folder, environment.GetValueOrDefault).Read(
            new Dictionary<string, string>()
        );
        Directory.Delete(folder);

        Assert.Equal("0.0.0.0", options.Host);
        Assert.Equal(3000, options.Port);
        Assert.False(options.AsksForKeys);
        Assert.True(options.ChecksRequests);
        Assert.Equal(["app", "localhost"], options.AllowedHosts);
        Assert.Equal(new ServerOptions().ModelPath, options.ModelPath);
        Assert.Equal(new ServerOptions().Store, options.Store);
    }

    [Fact]
    public void Mounts_EveryOne_IsAVolumeOrInTheRepository()
    {
        string[] sources =
        [
            .. compose
                .Services.Keys.SelectMany(service => compose.List(service, "volumes"))
                .Select(mount => WithDefaults(mount).Split(':')[0]),
        ];

        Assert.Contains("./deploy/prometheus.yml", sources);
        Assert.All(
            sources,
            source =>
                Assert.True(
                    source.StartsWith("./", StringComparison.Ordinal)
                        ? Path.Exists(Path.Combine(Root, source))
                        : compose.Volumes.Contains(source),
                    source
                )
        );
        Assert.Empty(compose.Volumes.Except(sources));
    }

    [Fact]
    public void Services_EveryOne_IsHardened()
    {
        // A place to build in writes where it likes.
        string[] run = [.. compose.Services.Keys.Except(["dev"]).Order()];
        Assert.Equal(["app", "cli", "gpu", "grafana", "postgres", "prometheus"], run);
        Assert.All(
            run,
            service =>
            {
                Assert.Equal("true", compose.Services[service]["read_only"]);
                Assert.Contains("/tmp", compose.List(service, "tmpfs"));
                Assert.Contains("no-new-privileges:true", compose.List(service, "security_opt"));
            }
        );
    }

    [Fact]
    public void Builds_EveryTargetAndArgument_IsOneOfTheDockerfile()
    {
        string dockerfile = File.ReadAllText(Path.Combine(Root, "Dockerfile"));
        string[] built = [.. compose.Services.Keys.Where(service => compose.Services[service].ContainsKey("build"))];

        Assert.Equal(["app", "cli", "dev", "gpu"], built.Order());
        foreach (Dictionary<object, object> build in built.Select(service => compose.Map(service, "build")))
        {
            Assert.Contains($" AS {WithDefaults((string)build["target"])}\n", dockerfile, StringComparison.Ordinal);
            foreach (
                object argument in build.TryGetValue("args", out object? args)
                    ? (IEnumerable<object>)((Dictionary<object, object>)args).Keys
                    : []
            )
            {
                Assert.Contains($"\nARG {argument}=", dockerfile, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Profiles_EveryServiceButTheServer_WaitsForOne()
    {
        Assert.Equal(
            ["app:", "cli:tools", "dev:dev", "gpu:gpu", "grafana:watch", "postgres:postgres", "prometheus:watch"],
            compose
                .Services.Keys.Select(service => $"{service}:{string.Join(',', compose.List(service, "profiles"))}")
                .Order()
        );
    }

    private static string WithDefaults(string text) => Interpolation().Replace(text, "$1");

    [GeneratedRegex(@"\bMATINEE_[A-Z_]+\b")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\$\{[A-Z_]+:-([^}]*)\}")]
    private static partial Regex Interpolation();
}
