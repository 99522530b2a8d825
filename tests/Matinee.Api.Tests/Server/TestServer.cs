using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Matinee.Api.Hosting;
using Microsoft.Extensions.Logging;

namespace Matinee.Api.Tests.Server;

/// <summary>A real server on a free port with a store of its own, and a client for it.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly string folder;
    private MatineeServer server;

    private TestServer(string folder, ServerOptions options, MatineeServer server)
    {
        this.folder = folder;
        Options = options;
        this.server = server;
        Client = new HttpClient { BaseAddress = server.Address };
    }

    public ServerOptions Options { get; private set; }
    public HttpClient Client { get; private set; }
    public Uri Address => server.Address;
    public IServiceProvider Services => server.Services;

    public static async Task<TestServer> StartAsync(
        string model,
        Func<ServerOptions, ServerOptions>? change = null,
        Action<ILoggingBuilder>? logging = null
    )
    {
        string folder = Directory.CreateTempSubdirectory("matinee-server-").FullName;
        var options = new ServerOptions
        {
            ModelPath = model,
            Store = Path.Combine(folder, "store.db"),
            Port = 0,
            SemanticSearch = false,
            LogLevel = LogLevel.Error,
        };
        options = change?.Invoke(options) ?? options;
        return new TestServer(folder, options, await MatineeServer.StartAsync(options, logging));
    }

    /// <summary>Stops the server and starts one with the same store, perhaps with another model.</summary>
    public Task RestartAsync(string? model = null) =>
        RestartAsync(options => options with { ModelPath = model ?? options.ModelPath });

    /// <summary>Stops the server and starts one with the same store and other options.</summary>
    public async Task RestartAsync(Func<ServerOptions, ServerOptions> change)
    {
        await server.StopAsync();
        await server.DisposeAsync();
        Client.Dispose();
        Options = change(Options);
        server = await MatineeServer.StartAsync(Options);
        Client = new HttpClient { BaseAddress = server.Address };
    }

    public Task StopAsync() => server.StopAsync();

    /// <summary>Closes the store, too, whose files then are whole.</summary>
    public ValueTask DisposeServerAsync() => server.DisposeAsync();

    public Task<HttpResponseMessage> SendAsync(string method, string path, string? json = null)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        return Client.SendAsync(request);
    }

    /// <summary>The answer, which must have this status.</summary>
    public async Task<JsonElement> JsonAsync(string method, string path, string? json = null, int status = 200)
    {
        using HttpResponseMessage response = await SendAsync(method, path, json);
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{method} {path}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    public Task<JsonElement> GetAsync(string path) => JsonAsync("GET", path);

    /// <summary>The problem, which must have this status and type.</summary>
    public async Task<JsonElement> ProblemAsync(
        string method,
        string path,
        int status,
        string type,
        string? json = null
    )
    {
        using HttpResponseMessage response = await SendAsync(method, path, json);
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{method} {path}: {(int)response.StatusCode} {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        JsonElement problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal($"urn:matinee:problem:{type}", problem.GetProperty("type").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        return problem;
    }

    public async Task<int> NewUserAsync(string? json = null) =>
        (await JsonAsync("POST", "/api/users", json, status: 201)).GetProperty("id").GetInt32();

    public async Task<int[]> RecommendedAsync(int user, string query = "limit=20&explain=false") =>
        Ids(await GetAsync($"/api/recommendations/{user}?{query}"));

    public static int[] Ids(JsonElement answer) =>
        [.. answer.GetProperty("recommendations").EnumerateArray().Select(movie => movie.GetProperty("id").GetInt32())];

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
