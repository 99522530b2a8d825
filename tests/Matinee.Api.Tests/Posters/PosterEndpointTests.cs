using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using Matinee.Api.Posters;
using Matinee.Api.Tests.Server;
using Microsoft.Extensions.Logging;

namespace Matinee.Api.Tests.Posters;

public sealed class PosterEndpointTests(ServedBundles bundles)
{
    [Fact]
    public async Task Poster_NoKey_IsAProblemAndNobodyIsAsked()
    {
        await using FakeTmdb tmdb = await FakeTmdb.StartAsync();
        await using TestServer server = await StartAsync(tmdb, key: null);
        int movie = await AddAsync(server, 603);

        await server.ProblemAsync("GET", $"/api/movies/{movie}/poster", 404, "no-poster");

        Assert.Equal("generated", (await server.GetAsync("/api/model")).GetProperty("posters").GetString());
        Assert.Empty(tmdb.Requests);
        Assert.False(Directory.Exists(CacheOf(server)));
    }

    [Fact]
    public async Task Poster_AnyWayToNameTheMovie_IsThePicture()
    {
        await using FakeTmdb tmdb = await FakeTmdb.StartAsync();
        await using TestServer server = await StartAsync(tmdb);
        int movie = await AddAsync(server, 987_603, "tt9870001");

        foreach (string name in (string[])[$"{movie}", "tmdb:987603", "imdb:tt9870001"])
        {
            using HttpResponseMessage answer = await server.SendAsync("GET", $"/api/movies/{name}/poster");

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(FakeTmdb.Jpeg("/t/p/w342/p987603.jpg"), await answer.Content.ReadAsByteArrayAsync());
            Assert.Equal("image/jpeg", answer.Content.Headers.ContentType?.ToString());
            Assert.Equal("public, max-age=86400", answer.Headers.CacheControl?.ToString());
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        }

        Assert.Equal("tmdb", (await server.GetAsync("/api/model")).GetProperty("posters").GetString());
        Assert.Equal(2, tmdb.Requests.Count);
        using HttpResponseMessage large = await server.SendAsync("GET", $"/api/movies/{movie}/poster?size=large");
        Assert.Equal(FakeTmdb.Jpeg("/t/p/w500/p987603.jpg"), await large.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Poster_PictureThatTheBrowserHas_IsNotSentAgain()
    {
        await using FakeTmdb tmdb = await FakeTmdb.StartAsync();
        await using TestServer server = await StartAsync(tmdb);
        int movie = await AddAsync(server, 987_603);
        using HttpResponseMessage first = await server.SendAsync("GET", $"/api/movies/{movie}/poster");
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/movies/{movie}/poster");
        request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(first.Headers.ETag!.ToString()));

        using HttpResponseMessage second = await server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Poster_NoneOrNoMovieOrNoSuchSize_IsTheProblem()
    {
        await using FakeTmdb tmdb = await FakeTmdb.StartAsync();
        tmdb.Api = http => FakeTmdb.JsonAsync(http, """{ "poster_path": null }""");
        await using TestServer server = await StartAsync(tmdb);
        int movie = await AddAsync(server, 987_603);
        int unnumbered = (
            await server.JsonAsync("POST", "/api/movies", """{ "title": "Unnumbered (2020)" }""", status: 201)
        )
            .GetProperty("id")
            .GetInt32();

        await server.ProblemAsync("GET", $"/api/movies/{movie}/poster", 404, "no-poster");
        await server.ProblemAsync("GET", $"/api/movies/{unnumbered}/poster", 404, "no-poster");
        await server.ProblemAsync("GET", "/api/movies/999999/poster", 404, "unknown-movie");
        await server.ProblemAsync("GET", $"/api/movies/{movie}/poster?size=huge", 400, "validation");
        Assert.Single(tmdb.Requests);
    }

    [Fact]
    public async Task Poster_TmdbInTrouble_SaysWhenToComeBack()
    {
        await using FakeTmdb tmdb = await FakeTmdb.StartAsync();
        tmdb.Api = http => FakeTmdb.JsonAsync(http, "{}", 500);
        await using TestServer server = await StartAsync(tmdb);
        int movie = await AddAsync(server, 987_603);

        foreach (
            HttpStatusCode status in (HttpStatusCode[])[HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable]
        )
        {
            using HttpResponseMessage answer = await server.SendAsync("GET", $"/api/movies/{movie}/poster");

            Assert.Equal(status, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 5);
            Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        }

        Assert.Single(tmdb.Requests);
    }

    [Fact]
    public async Task Poster_ServerStartedAgain_AsksNothing()
    {
        await using FakeTmdb tmdb = await FakeTmdb.StartAsync();
        await using TestServer server = await StartAsync(tmdb);
        int movie = await AddAsync(server, 987_603);
        using HttpResponseMessage first = await server.SendAsync("GET", $"/api/movies/{movie}/poster");

        await server.RestartAsync();
        using HttpResponseMessage second = await server.SendAsync("GET", $"/api/movies/{movie}/poster");

        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(2, tmdb.Requests.Count);
        Assert.Equal(
            ["tmdb-987603.path", "tmdb-987603.w342"],
            Directory.GetFiles(CacheOf(server)).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData(FakeTmdb.ApiKey)]
    [InlineData(FakeTmdb.Token)]
    public async Task Poster_WhateverHappens_TheKeyStaysHere(string key)
    {
        await using FakeTmdb tmdb = await FakeTmdb.StartAsync();
        var log = new LogLines();
        await using TestServer server = await StartAsync(tmdb, key, log);
        var said = new List<string>();
        int[] statuses = [401, 429, 500, 200];
        foreach (int status in statuses)
        {
            // Each in a server of its own, where nothing has failed yet; the answers repeat what was sent, as some error pages do.
            await using TestServer fresh = await StartAsync(tmdb, key, log);
            int movie = await AddAsync(fresh, 987_600);
            tmdb.Api = http =>
                FakeTmdb.WriteAsync(
                    http,
                    "text/html",
                    System.Text.Encoding.UTF8.GetBytes(http.Request.QueryString + http.Request.Headers.Authorization),
                    status
                );
            foreach (string path in (string[])[$"/api/movies/{movie}/poster", "/api/model", "/openapi/v1.json"])
            {
                using HttpResponseMessage answer = await fresh.SendAsync("GET", path);
                said.Add($"{answer.Headers} {await answer.Content.ReadAsStringAsync()}");
            }
        }

        said.Add(server.Options.ToString());
        Assert.Equal(statuses.Length, tmdb.Requests.Count);
        Assert.Contains(log.Lines, line => line.Contains("TMDB", StringComparison.Ordinal));
        string secret = key.Split('.')[^1];
        Assert.All(
            [.. said, .. log.Lines],
            text => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task Document_Poster_IsAPicture()
    {
        await using FakeTmdb tmdb = await FakeTmdb.StartAsync();
        await using TestServer server = await StartAsync(tmdb, key: null);

        var answers = (await server.GetAsync("/openapi/v1.json"))
            .GetProperty("paths")
            .GetProperty("/api/movies/{movie_id}/poster")
            .GetProperty("get")
            .GetProperty("responses");

        Assert.Equal(
            Poster.ContentTypes,
            answers.GetProperty("200").GetProperty("content").EnumerateObject().Select(type => type.Name)
        );
        Assert.Contains("no-poster", answers.GetProperty("404").GetProperty("description").GetString());
    }

    private Task<TestServer> StartAsync(FakeTmdb tmdb, string? key = FakeTmdb.ApiKey, LogLines? log = null) =>
        TestServer.StartAsync(
            bundles.Ease,
            options =>
                options with
                {
                    TmdbKey = key is null ? null : TmdbKey.Parse(key),
                    TmdbApiUrl = tmdb.ApiUrl,
                    TmdbImageUrl = tmdb.ImageUrl,
                    LogLevel = log is null ? options.LogLevel : LogLevel.Trace,
                },
            log is null ? null : logging => logging.ClearProviders().AddProvider(log)
        );

    private static string CacheOf(TestServer server) =>
        Path.Combine(Path.GetDirectoryName(server.Options.Store)!, "posters");

    private static async Task<int> AddAsync(TestServer server, int tmdbId, string imdbId = "tt9870000") =>
        (
            await server.JsonAsync(
                "POST",
                "/api/movies",
                $$"""{ "title": "Shown (2020)", "tmdbId": {{tmdbId}}, "imdbId": "{{imdbId}}" }""",
                status: 201
            )
        )
            .GetProperty("id")
            .GetInt32();

    private sealed class LogLines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
