using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Matinee.Api.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Api.Tests.Language;

/// <summary>Speaks OpenAI's chat completions; says what a test has it say.</summary>
internal sealed class FakeLanguageModel : IAsyncDisposable
{
    private readonly WebApplication app;

    private FakeLanguageModel(WebApplication app) => this.app = app;

    /// <summary>Bodies of all requests, with the path and the key in front.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>What it says to what it was given (the last message).</summary>
    public Func<string, string> Says { get; set; } = _ => "{}";

    /// <summary>Answers instead.</summary>
    public Func<HttpContext, Task>? Instead { get; set; }

    public static async Task<FakeLanguageModel> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        var model = new FakeLanguageModel(app);
        app.Run(model.AnswerAsync);
        await app.StartAsync();
        return model;
    }

    public ServerOptions Use(ServerOptions options) =>
        options with
        {
            LlmUrl = new Uri(
                app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()
                    + "/v1"
            ),
            LlmModel = "small-1b",
            LlmKey = Api.Language.LanguageKey.Parse("key-123"),
            LlmTimeoutSeconds = 2,
        };

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        string body = await reader.ReadToEndAsync();
        Requests.Enqueue($"{http.Request.Path} {http.Request.Headers.Authorization} {body}");
        if (Instead is { } instead)
        {
            await instead(http);
            return;
        }

        JsonNode messages = JsonNode.Parse(body)!["messages"]!;
        JsonNode content = messages[messages.AsArray().Count - 1]!["content"]!;
        string given = content is JsonArray parts ? parts[0]!["text"]!.GetValue<string>() : content.GetValue<string>();
        await WriteAsync(http, Completion(Says(given)));
    }

    public static string Completion(string text) =>
        $$"""
            { "id": "x", "object": "chat.completion", "created": 1, "model": "small-1b", "choices": [{ "index": 0, "finish_reason": "stop",
              "message": { "role": "assistant", "content": {{JsonSerializer.Serialize(text)}} } }],
              "usage": { "prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2 } }
            """;

    public static Task WriteAsync(HttpContext http, string json, int status = 200)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(json)).AsTask();
    }
}
