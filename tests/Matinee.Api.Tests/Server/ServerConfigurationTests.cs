using Matinee.Api.Hosting;
using Matinee.Api.Posters;
using Matinee.Core;
using Microsoft.Extensions.Logging;

namespace Matinee.Api.Tests.Server;

public sealed class ServerConfigurationTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("matinee-settings-").FullName;
    private readonly Dictionary<string, string> environment = [];

    [Fact]
    public void Read_Nothing_GivesTheDefaults() => Assert.Equal(new ServerOptions(), Read());

    [Fact]
    public void Read_EverySource_FlagsWinThenEnvironmentThenEnvFileThenFile()
    {
        Write(
            "appsettings.json",
            """{ "Matinee": { "Port": 1, "Store": "file.db", "ModelPath": "file", "RateLimit": 4 } } // mine"""
        );
        Write(".env", "# what\nMATINEE_PORT=2\nMATINEE_STORE=\"env file.db\"\nMATINEE_MODEL_PATH=envfile\nOTHER=x\n");
        environment["MATINEE_PORT"] = "3";
        environment["MATINEE_MODEL_PATH"] = "environment";

        ServerOptions options = Read(("port", "5"));

        Assert.Equal(5, options.Port);
        Assert.Equal("environment", options.ModelPath);
        Assert.Equal("env file.db", options.Store);
        Assert.Equal(4, options.RateLimit);
    }

    [Fact]
    public void Read_EverySetting_IsTakenFromTheFile()
    {
        Write(
            "appsettings.json",
            """
            { "Matinee": {
              "host": "*", "port": 8080, "modelPath": "m", "store": "s", "rateLimit": 0, "corsOrigins": ["https://a.example", "*"],
              "trustedProxies": "10.0.0.1, ::1", "maxBodyBytes": 4096, "requestTimeout": 5, "shutdownTimeout": 0,
              "semanticSearch": false, "tmdbKey": "0123456789abcdef0123456789abcdef", "posterCache": "p", "posterCacheMegabytes": 7,
              "tmdbApiUrl": "https://api.example/tmdb", "tmdbImageUrl": "http://127.0.0.1:99/", "logLevel": "info", "logFormat": "json" } }
            """
        );

        ServerOptions options = Read();

        Assert.Equal(
            new ServerOptions
            {
                Host = "*",
                Port = 8080,
                ModelPath = "m",
                Store = "s",
                RateLimit = 0,
                CorsOrigins = options.CorsOrigins,
                TrustedProxies = options.TrustedProxies,
                MaxBodyBytes = 4096,
                RequestTimeoutSeconds = 5,
                ShutdownSeconds = 0,
                SemanticSearch = false,
                TmdbKey = TmdbKey.Parse("0123456789abcdef0123456789abcdef"),
                PosterCache = "p",
                PosterCacheMegabytes = 7,
                TmdbApiUrl = new Uri("https://api.example/tmdb/"),
                TmdbImageUrl = new Uri("http://127.0.0.1:99/"),
                LogLevel = LogLevel.Information,
                LogJson = true,
            },
            options
        );
        Assert.Equal(["https://a.example", "*"], options.CorsOrigins);
        Assert.Equal(["10.0.0.1", "::1"], options.TrustedProxies);
    }

    [Theory]
    [InlineData("port", "70000")]
    [InlineData("port", "x")]
    [InlineData("host", "example.org")]
    [InlineData("model-path", "")]
    [InlineData("rate-limit", "-1")]
    [InlineData("cors-origins", "https://a.example/path")]
    [InlineData("cors-origins", "a.example")]
    [InlineData("trusted-proxies", "proxy")]
    [InlineData("max-body-bytes", "10")]
    [InlineData("request-timeout", "0")]
    [InlineData("semantic-search", "maybe")]
    [InlineData("poster-cache", "")]
    [InlineData("poster-cache-megabytes", "0")]
    [InlineData("tmdb-api-url", "http://api.example/")]
    [InlineData("tmdb-image-url", "file:///etc/")]
    [InlineData("tmdb-image-url", "https://name:word@images.example/")]
    [InlineData("log-level", "loud")]
    [InlineData("log-format", "xml")]
    public void Read_BadValue_SaysWhichAndWhere(string name, string text)
    {
        var byFlag = Assert.Throws<MatineeException>(() => Read((name, text)));
        Assert.StartsWith($"--{name} must be ", byFlag.Message, StringComparison.Ordinal);
        if (text.Length > 0)
        {
            string variable = $"MATINEE_{name.Replace('-', '_').ToUpperInvariant()}";
            environment[variable] = text;
            var byVariable = Assert.Throws<MatineeException>(() => Read());
            Assert.Contains(variable, byVariable.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_MistypedKey_NamesTheNearest()
    {
        Write("appsettings.json", """{ "Matinee": { "Prot": 1 } }""");

        var exception = Assert.Throws<MatineeException>(() => Read());

        Assert.Contains("Did you mean Port?", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_BadSecret_SaysWhereAndDoesNotRepeatIt()
    {
        environment["MATINEE_TMDB_KEY"] = "hush";

        var exception = Assert.Throws<MatineeException>(() => Read());

        Assert.StartsWith(
            "The environment variable MATINEE_TMDB_KEY must be ",
            exception.Message,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("hush", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void CommandLine_Secret_HasNoFlag()
    {
        var exception = Assert.Throws<MatineeException>(() => CommandLine.Read(["--tmdb-key", "hush"]));

        Assert.Contains("MATINEE_TMDB_KEY", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CommandLine_Flags_AreReadInBothForms() =>
        Assert.Equal(
            new Dictionary<string, string> { ["port"] = "1", ["store"] = "a=b" },
            CommandLine.Read(["--port", "1", "--store=a=b"])
        );

    [Theory]
    [InlineData("--prot", "--port")]
    [InlineData("--port", "wants a value")]
    [InlineData("serve", "no option")]
    public void CommandLine_BadFlag_SaysWhatToDo(string flag, string hint)
    {
        var exception = Assert.Throws<MatineeException>(() => CommandLine.Read([flag]));

        Assert.Contains(hint, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EnvDist_Every_Setting_IsExplained()
    {
        string[] lines = File.ReadAllLines(Path.Combine(TestData.RepositoryRoot(), ".env.dist"));

        Assert.All(
            ServerSettings.All,
            setting =>
            {
                int place = Array.FindIndex(
                    lines,
                    line => line.StartsWith($"#{setting.Variable}=", StringComparison.Ordinal)
                );
                Assert.True(place > 0 && lines[place - 1].StartsWith("# ", StringComparison.Ordinal), setting.Variable);
            }
        );
    }

    [Fact]
    public void ServiceDocument_EverySetting_StandsInTheTable()
    {
        string text = File.ReadAllText(Path.Combine(TestData.RepositoryRoot(), "docs", "service.md"));

        Assert.All(
            ServerSettings.All,
            setting =>
                Assert.Contains(
                    $"| {(setting.IsSecret ? "—" : $"`{setting.Flag}`")} | `{setting.Variable}` | `{setting.Key}` |",
                    text,
                    StringComparison.Ordinal
                )
        );
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private ServerOptions Read(params (string Name, string Text)[] flags) =>
        new ServerConfiguration(folder, name => environment.GetValueOrDefault(name)).Read(
            flags.ToDictionary(flag => flag.Name, flag => flag.Text)
        );

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
}
