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
            printed = await ReadmeExample.Using("README.md", "Matinee.Client").RunAsync();
        }

        string[] lines = printed.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(5, lines.Length);
        Assert.All(
            lines,
            line => Assert.Contains(titles, title => line.StartsWith($"{title}: ", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Guide_ClientExamples_Compile()
    {
        ReadmeExample[] examples =
        [
            .. ReadmeExample
                .AllOf("docs/dotnet.md")
                .Where(example => example.Code.Contains("using Matinee.Client;", StringComparison.Ordinal)),
        ];

        Assert.NotEmpty(examples);
        Assert.All(examples, example => example.Compile());
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
