using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Matinee.Api.Hosting;
using Matinee.Core;
using Microsoft.Extensions.Logging;

namespace Matinee.Api.Tests.Server;

public sealed class OperationTests(ServedBundles bundles)
{
    [Theory]
    [InlineData("ease", "ease", "bias")]
    [InlineData("als", "als", "bias")]
    [InlineData("popularity", "popularity", "bias")]
    [InlineData("bias", "bias", "bias")]
    [InlineData("fm", "fm", "fm")]
    public async Task Start_AnyKindOfModel_Recommends(string kind, string rankedBy, string ratingsBy)
    {
        await using TestServer server = await TestServer.StartAsync(bundles[kind]);

        JsonElement model = await server.GetAsync("/api/model");
        JsonElement answer = await server.GetAsync("/api/recommendations/7?limit=10");

        Assert.Equal(kind, model.GetProperty("model").GetString());
        Assert.Equal(rankedBy, model.GetProperty("rankedBy").GetString());
        Assert.Equal(ratingsBy, model.GetProperty("ratingsBy").GetString());
        Assert.Equal(10, answer.GetProperty("recommendations").GetArrayLength());
    }

    [Fact]
    public async Task Prediction_FactorizationMachine_HasEveryLevelAndItsConfidence()
    {
        await using TestServer server = await TestServer.StartAsync(bundles["fm"]);

        JsonElement best = (await server.GetAsync("/api/movies?sort=popularity&limit=1")).GetProperty("movies")[0];
        JsonElement prediction = await server.GetAsync(
            $"/api/movies/{best.GetProperty("id").GetInt32()}/prediction?user_id=7"
        );
        JsonElement answer = await server.GetAsync("/api/recommendations/7");

        JsonElement[] levels = [.. prediction.GetProperty("levels").EnumerateArray()];
        Assert.True(levels.Length >= 9);
        Assert.Equal(1, levels.Sum(level => level.GetProperty("probability").GetDouble()), 0.001);
        Assert.InRange(prediction.GetProperty("confidence").GetDouble(), 0.01, 1);
        Assert.InRange(answer.GetProperty("recommendations")[0].GetProperty("confidence").GetDouble(), 0.01, 1);
    }

    [Fact]
    public async Task Restart_OtherModel_KeepsEverythingThatWasSaid()
    {
        await using TestServer server = await TestServer.StartAsync(bundles.Ease);
        int user = await server.NewUserAsync("""{ "ratings": [{ "movieId": 1, "rating": 4, "timestamp": 5 }] }""");
        await server.JsonAsync("PUT", $"/api/users/{user}/hidden/2", status: 204);
        await server.JsonAsync("DELETE", "/api/users/9", status: 204);
        JsonElement added = await server.JsonAsync(
            "POST",
            "/api/movies",
            """{ "title": "Kept (2020)" }""",
            status: 201
        );
        int movie = added.GetProperty("id").GetInt32();
        await server.JsonAsync("PUT", $"/api/users/{user}/ratings/{movie}", """{ "rating": 2, "timestamp": 6 }""");
        string before = await ExportAsync();

        await server.RestartAsync(bundles["als"]);

        Assert.Equal(before, await ExportAsync());
        Assert.Equal(added.GetRawText(), (await server.GetAsync($"/api/movies/{movie}")).GetRawText());
        await server.ProblemAsync("GET", "/api/users/9", 404, "unknown-user");
        Assert.True(await server.NewUserAsync() > user);

        async Task<string> ExportAsync() =>
            JsonSerializer.Serialize(
                (await server.GetAsync($"/api/users/{user}/export"))
                    .EnumerateObject()
                    .Where(property => property.Name != "exportedAt")
                    .ToDictionary(property => property.Name, property => property.Value)
            );
    }

    [Fact]
    public async Task Start_NoModel_SaysSoAndMakesNoStore()
    {
        string folder = Directory.CreateTempSubdirectory("matinee-no-model-").FullName;
        var options = new ServerOptions
        {
            ModelPath = folder,
            Store = Path.Combine(folder, "store.db"),
            Port = 0,
        };

        var exception = await Assert.ThrowsAsync<MatineeException>(() => MatineeServer.StartAsync(options));

        Assert.Contains(folder, exception.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder));
        Directory.Delete(folder);
    }

    [Fact]
    public async Task Start_PortTaken_NamesIt()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var exception = await Assert.ThrowsAsync<MatineeException>(() =>
            TestServer.StartAsync(bundles.Ease, options => options with { Port = port })
        );

        Assert.Contains($"{port}", exception.Message, StringComparison.Ordinal);
        Assert.Contains("--port", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_StoreIsNoDatabase_NamesIt()
    {
        string file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, new string('x', 5_000));

        var exception = await Assert.ThrowsAsync<MatineeException>(() =>
            TestServer.StartAsync(bundles.Ease, options => options with { Store = file })
        );

        Assert.Contains(file, exception.Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public async Task Answers_All_HaveSecurityHeaders()
    {
        await using TestServer server = await TestServer.StartAsync(bundles.Ease);
        foreach (string path in new[] { "/api/recommendations/7", "/api/recommendations/555555", "/nowhere", "/docs/" })
        {
            using HttpResponseMessage response = await server.SendAsync("GET", path);

            Assert.Equal("nosniff", Header("X-Content-Type-Options"));
            Assert.Equal("no-referrer", Header("Referrer-Policy"));
            Assert.Contains("default-src 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.False(response.Headers.Contains("Server"));

            string Header(string name) => response.Headers.GetValues(name).Single();
        }
    }

    [Fact]
    public async Task Cors_NotConfigured_IsClosed()
    {
        await using TestServer server = await TestServer.StartAsync(bundles.Ease);

        using HttpResponseMessage response = await PreflightAsync(server, "https://shop.example");

        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Cors_Configured_IsOpenToThatOriginOnly()
    {
        await using TestServer server = await TestServer.StartAsync(
            bundles.Ease,
            options => options with { CorsOrigins = ["https://shop.example"] }
        );

        using HttpResponseMessage known = await PreflightAsync(server, "https://shop.example");
        using HttpResponseMessage other = await PreflightAsync(server, "https://evil.example");

        Assert.Equal("https://shop.example", known.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.False(other.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task RateLimit_Exceeded_AnswersWhenToComeBack()
    {
        await using TestServer server = await TestServer.StartAsync(
            bundles.Ease,
            options => options with { RateLimit = 3 }
        );
        for (int n = 0; n < 3; n++)
        {
            await server.GetAsync("/api/movies/1");
        }

        using HttpResponseMessage refused = await server.SendAsync("GET", "/api/movies/1");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        await server.ProblemAsync("GET", "/api/movies/1", 429, "rate-limited");
        await server.GetAsync("/health/live");
    }

    [Fact]
    public async Task Body_TooLarge_IsRefused()
    {
        await using TestServer server = await TestServer.StartAsync(
            bundles.Ease,
            options => options with { MaxBodyBytes = 2_000 }
        );
        string body =
            $$"""{ "ratings": [{{string.Join(',', Enumerable.Repeat("""{ "movieId": 1, "rating": 4 }""", 200))}}] }""";

        await server.ProblemAsync("POST", "/api/recommendations", 413, "body-too-large", body);
        using var chunked = new HttpRequestMessage(HttpMethod.Post, "/api/recommendations")
        {
            Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(body))),
            Headers = { TransferEncodingChunked = true },
        };
        chunked.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpResponseMessage response = await server.Client.SendAsync(chunked);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Body_TenThousandRatings_Fits()
    {
        await using TestServer server = await TestServer.StartAsync(bundles.Ease);
        string rows = string.Join(
            ',',
            Enumerable.Repeat("""{"movieId":1,"rating":4.5,"timestamp":1600000000}""", 10_000)
        );

        JsonElement problem = await server.ProblemAsync(
            "POST",
            "/api/recommendations",
            400,
            "validation",
            $$"""{"ratings":[{{rows}}]}"""
        );

        // Every one after the first is the same movie again; not all of them are named.
        Assert.InRange(problem.GetProperty("errors").EnumerateObject().Count(), 1, 20);
    }

    [Theory]
    [InlineData("GET", "/", 404, "unknown-route")]
    [InlineData("GET", "/api", 404, "unknown-route")]
    [InlineData("GET", "/api/recommendations/7/more", 404, "unknown-route")]
    [InlineData("PATCH", "/api/users/7", 405, "method-not-allowed")]
    [InlineData("DELETE", "/api/model", 405, "method-not-allowed")]
    public async Task Route_Unknown_IsAProblem(string method, string path, int status, string type)
    {
        await using TestServer server = await TestServer.StartAsync(bundles.Ease);

        await server.ProblemAsync(method, path, status, type);
    }

    [Fact]
    public async Task Body_NotJson_IsRefused()
    {
        await using TestServer server = await TestServer.StartAsync(bundles.Ease);

        using HttpResponseMessage response = await server.Client.PostAsync(
            new Uri("/api/recommendations", UriKind.Relative),
            new StringContent("ratings=1", Encoding.UTF8, "application/x-www-form-urlencoded")
        );

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Contains("unsupported-media-type", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_AtInformation_NameNobody()
    {
        var lines = new Lines();
        await using TestServer server = await TestServer.StartAsync(
            bundles.Ease,
            options => options with { LogLevel = LogLevel.Information },
            logging => logging.ClearProviders().AddProvider(lines)
        );

        await server.GetAsync("/api/recommendations/77?limit=3&genre=Comedy");
        await server.JsonAsync("PUT", "/api/users/77/ratings/1", """{ "rating": 4.5 }""");
        await server.ProblemAsync("GET", "/api/users/555555", 404, "unknown-user");
        await server.StopAsync();

        string log = string.Join('\n', lines.All);
        Assert.Contains("GET /api/recommendations/{user_id} 200", log, StringComparison.Ordinal);
        Assert.Contains("Stopped", log, StringComparison.Ordinal);
        Assert.All(
            ["77", "555555", "Comedy", "limit", "4.5"],
            secret =>
                Assert.DoesNotContain(
                    secret,
                    log.Replace($"{server.Address.Port}", "", StringComparison.Ordinal),
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public async Task Health_Running_IsLiveAndReady()
    {
        await using TestServer server = await TestServer.StartAsync(bundles.Ease);

        Assert.Equal("live", (await server.GetAsync("/health/live")).GetProperty("status").GetString());
        Assert.Equal("ready", (await server.GetAsync("/health/ready")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Stop_WhileWriting_LosesNothingThatWasAnswered()
    {
        await using TestServer server = await TestServer.StartAsync(bundles.Ease);
        int user = await server.NewUserAsync();
        int[] movies = await server.RecommendedAsync(user, "limit=100");
        var stored = new List<int>();
        Task writing = Task.Run(async () =>
        {
            foreach (int movie in movies)
            {
                try
                {
                    using HttpResponseMessage response = await server.SendAsync(
                        "PUT",
                        $"/api/users/{user}/ratings/{movie}",
                        """{ "rating": 4 }"""
                    );
                    if (response.IsSuccessStatusCode)
                    {
                        stored.Add(movie);
                    }
                }
                catch (HttpRequestException)
                {
                    return;
                }
            }
        });
        await Task.Delay(100);

        await server.StopAsync();
        await writing;
        await server.RestartAsync();

        JsonElement page = await server.GetAsync($"/api/users/{user}/ratings?limit=1000");
        int[] kept = [.. page.GetProperty("ratings").EnumerateArray().Select(one => one.GetProperty("id").GetInt32())];
        Assert.NotEmpty(stored);
        Assert.Subset(kept.ToHashSet(), stored.ToHashSet());
    }

    private static async Task<HttpResponseMessage> PreflightAsync(TestServer server, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/users/7/ratings/1");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "PUT");
        return await server.Client.SendAsync(request);
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly List<string> lines = [];

        public string[] All
        {
            get
            {
                lock (lines)
                {
                    return [.. lines];
                }
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            lock (lines)
            {
                lines.Add(formatter(state, exception));
            }
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Dispose() { }
    }
}
