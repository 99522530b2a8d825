using System.IO.Compression;
using System.Net;
using System.Text;
using Matinee.Api.Tests.Server;

namespace Matinee.Api.Tests.Web;

public sealed class WebPagesTests(ServedBundles bundles) : IDisposable
{
    private const string Page = "<!doctype html><title>Matinee</title>";
    private const string Script = "document.title = 'Matinee';";

    private readonly string folder = Directory.CreateTempSubdirectory("matinee-web-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/welcome", 200)]
    [InlineData("/u/42", 200)]
    [InlineData("/movie/1", 200)]
    [InlineData("/search?q=alien", 200)]
    [InlineData("/together?users=1,2", 200)]
    [InlineData("/import", 200)]
    [InlineData("/model", 200)]
    [InlineData("/nowhere", 404)]
    public async Task Get_AddressInABrowser_IsThePage(string path, int status)
    {
        await using TestServer server = await StartAsync();

        using HttpResponseMessage response = await GetAsync(server, path, "text/html");

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(Page, await response.Content.ReadAsStringAsync());
        Assert.Equal("no-cache", response.Headers.CacheControl?.ToString());
        string policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/api/nowhere")]
    [InlineData("/api")]
    public async Task Get_UnknownAddressByAProgram_IsAProblem(string path)
    {
        await using TestServer server = await StartAsync();

        await server.ProblemAsync("GET", path, 404, "unknown-route");
    }

    [Theory]
    [InlineData("/../secret.txt")]
    [InlineData("/assets/../../secret.txt")]
    [InlineData("/..%2fsecret.txt")]
    [InlineData("/assets/%2e%2e/%2e%2e/secret.txt")]
    [InlineData("/index.html.br")]
    public async Task Get_PathOutOfTheFolder_IsNotThere(string path)
    {
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(folder)!, "secret.txt"), "secret");
        await using TestServer server = await StartAsync();

        using HttpResponseMessage response = await GetAsync(server, path, "*/*");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("identity", null)]
    public async Task Get_HashedFile_ComesAsTheBrowserTakesItAndStaysForAYear(string accepted, string? encoding)
    {
        await using TestServer server = await StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, "/assets/index-1a2b.js");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);

        using HttpResponseMessage response = await server.Client.SendAsync(request);

        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("text/javascript; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl?.ToString());
        await using Stream body = await response.Content.ReadAsStreamAsync();
        await using Stream plain = encoding switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(plain);
        Assert.Equal(Script, await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task Get_FileThatTheBrowserHas_IsNotSentAgain()
    {
        await using TestServer server = await StartAsync();
        using HttpResponseMessage first = await GetAsync(server, "/", "text/html");
        var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using HttpResponseMessage second = await server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Get_NothingBuilt_SaysHowToAndTheApiAnswers()
    {
        await using TestServer server = await TestServer.StartAsync(
            bundles["ease"],
            options => options with { WebPath = Path.Combine(folder, "nothing") }
        );

        using HttpResponseMessage response = await GetAsync(server, "/", "text/html");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Install Node.js", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("ease", (await server.GetAsync("/api/model")).GetProperty("model").GetString());
    }

    private Task<TestServer> StartAsync()
    {
        Directory.CreateDirectory(Path.Combine(folder, "assets"));
        File.WriteAllText(Path.Combine(folder, "index.html"), Page);
        string script = Path.Combine(folder, "assets", "index-1a2b.js");
        File.WriteAllText(script, Script);
        using (var brotli = new BrotliStream(File.Create(script + ".br"), CompressionLevel.Fastest))
        {
            brotli.Write(Encoding.UTF8.GetBytes(Script));
        }

        using (var gzip = new GZipStream(File.Create(script + ".gz"), CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Script));
        }

        return TestServer.StartAsync(bundles["ease"], options => options with { WebPath = folder });
    }

    private static Task<HttpResponseMessage> GetAsync(TestServer server, string path, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd(accept);
        return server.Client.SendAsync(request);
    }
}
