using System.Net;

namespace Matinee.Client.Tests;

public sealed class DocumentedExampleTests(EaseServer fixture) : IClassFixture<EaseServer>
{
    [Fact]
    public async Task Readme_ClientExample_RecommendsMovies()
    {
        var client = new MatineeClient(fixture.Server.Client);
        var titles = new HashSet<string>();
        await foreach (Movie movie in client.EnumerateMoviesAsync())
        {
            titles.Add(movie.Title);
        }

        string printed;
        using (new Detour(fixture.Server.Address))
        {
            printed = await DocumentedExample.Using("README.md", "Matinee.Client").RunAsync();
        }

        string[] lines = printed.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(5, lines.Length);
        Assert.All(
            lines,
            line => Assert.Contains(titles, title => line.StartsWith($"{title}: ", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Guide_ClientExamples_Run()
    {
        using var place = new ModelPlace(fixture.Bundles);
        place.Switch();
        // One to go back to, as the last example does.
        place.Switch(seed: 2);
        await using TestServer server = await TestServer.StartAsync(
            place.Path,
            options => options with { WatchModel = false, RetrainCommand = "/bin/sh -c \"echo worse; exit 3\"" }
        );
        using var detour = new Detour(server.Address);
        DocumentedExample[] examples =
        [
            .. DocumentedExample
                .AllOf("docs/dotnet.md")
                .Where(example => example.Code.Contains("using Matinee.Client;", StringComparison.Ordinal)),
        ];

        List<string> printed = [];
        foreach (DocumentedExample example in examples)
        {
            printed.Add(await example.RunAsync());
        }

        Assert.Equal(3, printed.Count);
        Assert.Matches(@"(?m)^\d+\r?$", printed[0]);
        Assert.Matches(@"half stars.*\n+rating\r?\n(\d{4}-\d\d-\d\d \d.*\n)+$", printed[1]);
        Assert.Contains("Comedy of 1990 to 1999", printed[2], StringComparison.Ordinal);
        Assert.NotEqual(place.History.Versions()[^1], place.History.Current());
    }

    /// <summary>Requests to the address that the example names reach another server instead: nobody else's on port 3000.</summary>
    private sealed class Detour : IWebProxy, IDisposable
    {
        private const int DocumentedPort = 3000;
        private readonly Uri server;
        private readonly IWebProxy before = HttpClient.DefaultProxy;

        public Detour(Uri server)
        {
            this.server = server;
            HttpClient.DefaultProxy = this;
        }

        public ICredentials? Credentials { get; set; }

        public Uri GetProxy(Uri destination) => server;

        public bool IsBypassed(Uri host) => host.Port != DocumentedPort;

        public void Dispose() => HttpClient.DefaultProxy = before;
    }
}
