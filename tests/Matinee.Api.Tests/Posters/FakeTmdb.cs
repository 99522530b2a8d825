using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Api.Tests.Posters;

/// <summary>TMDB as far as posters go: every movie has one, unless a test has it misbehave.</summary>
internal sealed class FakeTmdb : IAsyncDisposable
{
    public const string ApiKey = "0123456789abcdef0123456789ABCDEF";
    public const string Token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJtYXRpbmVlIn0.c2lnbmF0dXJl_-1";

    private readonly WebApplication app;

    private FakeTmdb(WebApplication app) => this.app = app;

    public Uri ApiUrl => new($"{Address}/");
    public Uri ImageUrl => new($"{Address}/t/p/");

    /// <summary>All requests, in order.</summary>
    public ConcurrentQueue<TmdbRequest> Requests { get; } = new();

    public string[] Paths => [.. Requests.Select(request => request.Path)];

    /// <summary>Answers instead of the API.</summary>
    public Func<HttpContext, Task>? Api { get; set; }

    /// <summary>Answers instead of the pictures' server.</summary>
    public Func<HttpContext, Task>? Image { get; set; }

    /// <summary>Runs before every answer.</summary>
    public Func<Task> Before { get; set; } = () => Task.CompletedTask;

    private string Address =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<FakeTmdb> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        var tmdb = new FakeTmdb(app);
        app.Run(tmdb.AnswerAsync);
        await app.StartAsync();
        return tmdb;
    }

    /// <summary>What begins like a JPEG, and tells one from another.</summary>
    public static byte[] Jpeg(string path) => [0xFF, 0xD8, 0xFF, 0xE0, .. Encoding.ASCII.GetBytes(path)];

    public static Task WriteAsync(HttpContext http, string type, byte[] body, int status = 200)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        return http.Response.Body.WriteAsync(body).AsTask();
    }

    public static Task JsonAsync(HttpContext http, string json, int status = 200) =>
        WriteAsync(http, "application/json;charset=utf-8", Encoding.UTF8.GetBytes(json), status);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        string path = http.Request.Path.Value!;
        Requests.Enqueue(new TmdbRequest(path, http.Request.QueryString.Value!, http.Request.Headers.Authorization!));
        await Before();
        bool isApi = path.StartsWith("/3/", StringComparison.Ordinal);
        await (
            (isApi ? Api : Image) is { } other ? other(http)
            : !isApi ? WriteAsync(http, "image/jpeg", Jpeg(path))
            : !IsKeyed(http.Request) ? JsonAsync(http, """{ "status_code": 7 }""", 401)
            : path.StartsWith("/3/find/", StringComparison.Ordinal)
                ? JsonAsync(
                    http,
                    $$"""{ "movie_results": [{ "poster_path": "/{{path[8..]}}.jpg" }], "tv_results": [] }"""
                )
            : JsonAsync(http, $$"""{ "id": 1, "poster_path": "/p{{path[9..]}}.jpg" }""")
        );
    }

    private static bool IsKeyed(HttpRequest request) =>
        request.Query["api_key"] == ApiKey || request.Headers.Authorization == $"Bearer {Token}";
}

internal sealed record TmdbRequest(string Path, string Query, string? Authorization);
