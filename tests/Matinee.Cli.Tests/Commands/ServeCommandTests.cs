using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Matinee.Cli.Tests.Commands;

public sealed class ServeCommandTests(TrainedWorkspace trained) : IClassFixture<TrainedWorkspace>, IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Serve_Signalled_KeepsWhatWasSaidAndEndsWell(bool interrupt)
    {
        int port = FreePort.Find();
        using ProgramRun run = Start(port);
        await UntilReadyAsync(run, port);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        string list = await client.GetStringAsync(new Uri("/api/recommendations/1?limit=3", UriKind.Relative));
        using HttpResponseMessage rated = await client.PutAsync(
            new Uri("/api/users/1/ratings/1", UriKind.Relative),
            new StringContent("""{ "rating": 4.5 }""", Encoding.UTF8, "application/json")
        );
        if (interrupt)
        {
            run.Interrupt();
        }
        else
        {
            run.Terminate();
        }

        CliResult result = await run.FinishAsync();

        Assert.Contains("recommendations", list, StringComparison.Ordinal);
        Assert.True(rated.IsSuccessStatusCode);
        Assert.Equal(0, result.Code);
        Assert.Contains($"http://127.0.0.1:{port}", result.Out, StringComparison.Ordinal);
        Assert.Empty(result.Error);
        await AssertStoredAsync();
    }

    private async Task AssertStoredAsync()
    {
        string folder = workspace.Path("export");
        string store = workspace.Path("store.db");
        string[] export = ["export-ratings", "--store", store, "--model-path", trained.Model, "--output-dir", folder];
        (await Workspace.RunAsync(export)).Succeeded();
        string ratings = await File.ReadAllTextAsync(Path.Combine(folder, "ratings.csv"));
        Assert.Contains("\n1,1,4.5,", ratings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_NoModel_IsALineAndCodeOne()
    {
        using var run = new ProgramRun(workspace.Root, "serve", "--model-path", workspace.Path("none"));

        CliResult result = await run.FinishAsync();

        Assert.Equal(1, result.Code);
        Assert.Contains("is not a model", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(workspace.Path("data")));
    }

    [Fact]
    public async Task Serve_PortTaken_IsALineAndCodeOne()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        using ProgramRun run = Start(port);

        CliResult result = await run.FinishAsync();

        Assert.Equal(1, result.Code);
        Assert.Contains($"Port {port}", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port", "x")]
    [InlineData("--host", "example.org")]
    [InlineData("--log-format", "xml")]
    public async Task Serve_BadFlag_IsAUsageError(string flag, string value)
    {
        CliResult result = await Workspace.RunAsync("serve", flag, value);

        Assert.Equal(2, result.Code);
        Assert.Contains($"{flag} must be", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_BadVariable_NamesIt()
    {
        var environment = new Dictionary<string, string> { ["MATINEE_PORT"] = "many" };
        using var run = new ProgramRun(workspace.Root, environment, ["serve", "--model-path", trained.Model]);

        CliResult result = await run.FinishAsync();

        Assert.Equal(1, result.Code);
        Assert.Contains("MATINEE_PORT", result.Error, StringComparison.Ordinal);
    }

    private ProgramRun Start(int port) =>
        new(
            workspace.Root,
            "serve",
            "--model-path",
            trained.Model,
            "--store",
            workspace.Path("store.db"),
            "--port",
            $"{port}",
            "--semantic-search",
            "off"
        );

    private static async Task UntilReadyAsync(ProgramRun run, int port)
    {
        using var client = new HttpClient();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            Assert.False(run.HasExited, "The server ended.");
            try
            {
                using HttpResponseMessage ready = await client.GetAsync(
                    new Uri($"http://127.0.0.1:{port}/health/ready"),
                    limit.Token
                );
                if (ready.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50, limit.Token);
            }
        }
    }
}
