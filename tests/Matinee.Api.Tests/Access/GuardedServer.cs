using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Matinee.Api.Access;
using Matinee.Api.Tests.Server;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Api.Tests.Access;

/// <summary>A server that asks for keys, with one of each kind.</summary>
public sealed class GuardedServer(ServedBundles bundles) : IAsyncLifetime
{
    private TestServer? server;

    internal TestServer Server => server!;
    internal string Read { get; private set; } = "";
    internal string Write { get; private set; } = "";
    internal string Admin { get; private set; } = "";

    /// <summary>May write, about user 7 alone.</summary>
    internal string OfUser7 { get; private set; } = "";

    /// <summary>May write, about user 8 alone.</summary>
    internal string OfUser8 { get; private set; } = "";

    internal string Expired { get; private set; } = "";
    internal string Revoked { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync(bundles.Ease);
        Read = await NewKeyAsync("""{ "name": "reader", "scope": "read" }""");
        Write = await NewKeyAsync("""{ "name": "writer", "scope": "write", "days": 30 }""");
        Admin = await NewKeyAsync("""{ "name": "admin", "scope": "admin" }""");
        OfUser7 = await NewKeyAsync("""{ "name": "seven", "scope": "write", "userId": 7 }""");
        OfUser8 = await NewKeyAsync("""{ "name": "eight", "scope": "write", "userId": 8 }""");
        Revoked = await NewKeyAsync("""{ "name": "gone", "scope": "admin" }""");
        await server.JsonAsync("DELETE", $"/api/admin/keys/{IdOf(Revoked)}", status: 204);
        var keys = server.Services.GetRequiredService<KeyRing>();
        long past = DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 1;
        Expired = (await keys.CreateAsync("old", AccessScope.Admin, null, past, default)).Credential.Text;
        await server.RestartAsync(options => options with { Keys = KeysMode.On });
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    internal async Task<HttpStatusCode> StatusAsync(string method, string path, string? key, string? json = null)
    {
        using HttpResponseMessage response = await SendAsync(method, path, key, json);
        return response.StatusCode;
    }

    internal Task<HttpResponseMessage> SendAsync(string method, string path, string? key, string? json = null)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        }

        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        return Server.Client.SendAsync(request);
    }

    /// <summary>The public part.</summary>
    internal static string IdOf(string key) => key.Split('_')[1];

    private async Task<string> NewKeyAsync(string json)
    {
        JsonElement answer = await Server.JsonAsync("POST", "/api/admin/keys", json, status: 201);
        return answer.GetProperty("secret").GetString()!;
    }
}
