using System.Net;
using System.Text;
using System.Text.Json;
using Matinee.Api.Access;
using Matinee.Api.Hosting;
using Matinee.Api.Tests.Server;
using Matinee.Core;

namespace Matinee.Api.Tests.Access;

public sealed class KeyedRequestTests(GuardedServer fixture, ServedBundles bundles) : IClassFixture<GuardedServer>
{
    [Theory]
    [InlineData("/api/movies/1/prediction?user_id=8", HttpStatusCode.Forbidden)]
    [InlineData("/api/movies/1/prediction?user_id=7", HttpStatusCode.OK)]
    [InlineData("/api/movies/1/prediction?user_id=7&user_id=8", HttpStatusCode.Forbidden)]
    [InlineData("/api/movies/1/prediction?user_id=%207", HttpStatusCode.Forbidden)]
    [InlineData("/api/movies/1/prediction?user_id=+8", HttpStatusCode.Forbidden)]
    [InlineData("/api/onboarding/movies?user_id=8", HttpStatusCode.Forbidden)]
    [InlineData("/api/onboarding/movies?user_id=7", HttpStatusCode.OK)]
    [InlineData("/api/onboarding/movies", HttpStatusCode.OK)]
    [InlineData("/api/users/07", HttpStatusCode.Forbidden)]
    [InlineData("/api/users/7", HttpStatusCode.OK)]
    [InlineData("/api/users/7/", HttpStatusCode.OK)]
    [InlineData("/api/recommendations/7?user_id=8", HttpStatusCode.Forbidden)]
    [InlineData("/api/search?q=space", HttpStatusCode.OK)]
    public async Task BoundKey_UserInPathOrQuery_MustBeItsOwn(string path, HttpStatusCode expected) =>
        Assert.Equal(expected, await fixture.StatusAsync("GET", path, fixture.OfUser7));

    [Theory]
    [InlineData("""{ "members": [{ "userId": 7 }] }""", HttpStatusCode.OK)]
    [InlineData(
        """{ "members": [{ "userId": 7 }, { "ratings": [{ "movieId": 1, "rating": 5 }] }] }""",
        HttpStatusCode.OK
    )]
    [InlineData("""{ "members": [{ "userId": 7 }, { "userId": 8 }] }""", HttpStatusCode.Forbidden)]
    public async Task BoundKey_Group_MayNameItsOwnUserAlone(string body, HttpStatusCode expected) =>
        Assert.Equal(expected, await fixture.StatusAsync("POST", "/api/groups/recommendations", fixture.OfUser7, body));

    [Fact]
    public async Task BoundKey_Model_ShowsNoOtherUsers()
    {
        using HttpResponseMessage bound = await fixture.SendAsync("GET", "/api/model", fixture.OfUser7);
        using HttpResponseMessage free = await fixture.SendAsync("GET", "/api/model", fixture.Read);

        Assert.Equal(0, await ExampleUsersAsync(bound));
        Assert.NotEqual(0, await ExampleUsersAsync(free));

        static async Task<int> ExampleUsersAsync(HttpResponseMessage response) =>
            JsonDocument
                .Parse(await response.Content.ReadAsStringAsync())
                .RootElement.GetProperty("exampleUsers")
                .GetArrayLength();
    }

    [Theory]
    [InlineData("POST", "/api/model", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/mcp", HttpStatusCode.MethodNotAllowed)]
    public async Task Request_ThatNoEndpointTakes_SaysWhyToWhoeverHasAKey(
        string method,
        string path,
        HttpStatusCode expected
    )
    {
        Assert.Equal(expected, await fixture.StatusAsync(method, path, fixture.Read));
        Assert.Equal(HttpStatusCode.Unauthorized, await fixture.StatusAsync(method, path, null));
    }

    [Theory]
    [InlineData("basic", "Basic {0}")]
    [InlineData("no scheme", "{0}")]
    [InlineData("twice", "Bearer {0}, Bearer {0}")]
    [InlineData("in front", "Bearer x{0}")]
    [InlineData("behind", "Bearer {0}x")]
    public async Task Authorization_OtherForm_Is401(string _, string form)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/model");
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            string.Format(System.Globalization.CultureInfo.InvariantCulture, form, fixture.Read)
        );
        using HttpResponseMessage response = await fixture.Server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Keys_MadeListedRevoked_OverHttp()
    {
        using HttpResponseMessage made = await fixture.SendAsync(
            "POST",
            "/api/admin/keys",
            fixture.Admin,
            """{ "name": "short", "scope": "read", "days": 1 }"""
        );
        JsonElement answer = JsonDocument.Parse(await made.Content.ReadAsStringAsync()).RootElement;
        string secret = answer.GetProperty("secret").GetString()!;
        JsonElement key = answer.GetProperty("key");

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal(86_400, key.GetProperty("expiresAt").GetInt64() - key.GetProperty("createdAt").GetInt64());
        Assert.Equal(HttpStatusCode.OK, await fixture.StatusAsync("GET", "/api/model", secret));

        using HttpResponseMessage listed = await fixture.SendAsync("GET", "/api/admin/keys", fixture.Admin);
        string list = await listed.Content.ReadAsStringAsync();
        Assert.Contains("\"short\"", list, StringComparison.Ordinal);
        Assert.DoesNotContain(secret[^43..], list, StringComparison.Ordinal);
        Assert.DoesNotContain("hash", list, StringComparison.OrdinalIgnoreCase);

        string path = $"/api/admin/keys/{GuardedServer.IdOf(secret)}";
        Assert.Equal(HttpStatusCode.NoContent, await fixture.StatusAsync("DELETE", path, fixture.Admin));
        Assert.Equal(HttpStatusCode.NoContent, await fixture.StatusAsync("DELETE", path, fixture.Admin));
        Assert.Equal(HttpStatusCode.Unauthorized, await fixture.StatusAsync("GET", "/api/model", secret));
        Assert.Equal(
            HttpStatusCode.NotFound,
            await fixture.StatusAsync("DELETE", "/api/admin/keys/ffffffffffffffff", fixture.Admin)
        );
    }

    [Theory]
    [InlineData("""{ "name": "", "scope": "read" }""", "name")]
    [InlineData("""{ "name": "a\nb", "scope": "read" }""", "name")]
    [InlineData("""{ "name": "a", "scope": "admin", "userId": 7 }""", "userId")]
    [InlineData("""{ "name": "a", "scope": "read", "userId": 0 }""", "userId")]
    [InlineData("""{ "name": "a", "scope": "read", "days": 0 }""", "days")]
    [InlineData("""{ "name": "a", "scope": "all" }""", "scope")]
    [InlineData("""{ "name": "a" }""", "scope")]
    public async Task NewKey_WrongValue_IsNamed(string body, string field)
    {
        using HttpResponseMessage response = await fixture.SendAsync("POST", "/api/admin/keys", fixture.Admin, body);
        JsonElement problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out JsonElement _), $"{problem}");
    }

    [Fact]
    public async Task Store_WithKeys_HoldsNoSecret()
    {
        await using TestServer server = await TestServer.StartAsync(bundles.Ease);
        JsonElement made = await server.JsonAsync(
            "POST",
            "/api/admin/keys",
            """{ "name": "a", "scope": "read" }""",
            status: 201
        );
        string key = made.GetProperty("secret").GetString()!;
        await server.StopAsync();
        await server.DisposeServerAsync();

        byte[] file = await File.ReadAllBytesAsync(server.Options.Store);

        Assert.True(file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(GuardedServer.IdOf(key))) > 0);
        Assert.Equal(-1, file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(key[^43..])));
    }

    [Fact]
    public async Task Start_ReachableWithoutKeys_IsRefusedUnlessAFlagSaysSo()
    {
        string folder = Directory.CreateTempSubdirectory("matinee-access-").FullName;
        var options = new ServerOptions
        {
            Host = "*",
            Port = 0,
            ModelPath = bundles.Ease,
            Store = Path.Combine(folder, "store.db"),
            SemanticSearch = false,
        };

        var refused = await Assert.ThrowsAsync<MatineeException>(() => MatineeServer.StartAsync(options));
        Assert.Contains("matinee keys create", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--keys off", refused.Message, StringComparison.Ordinal);

        await using (MatineeServer open = await MatineeServer.StartAsync(options with { Keys = KeysMode.Off }))
        {
            using var client = new HttpClient { BaseAddress = open.Address };
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/model")).StatusCode);
            using HttpResponseMessage made = await client.PostAsync(
                "/api/admin/keys",
                new StringContent("""{ "name": "a", "scope": "admin" }""", Encoding.UTF8, "application/json")
            );
            Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        }

        await using (MatineeServer guarded = await MatineeServer.StartAsync(options))
        {
            using var client = new HttpClient { BaseAddress = guarded.Address };
            Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/model")).StatusCode);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Loopback_ByDefault_AsksForNothing()
    {
        await using TestServer server = await TestServer.StartAsync(bundles.Ease);

        JsonElement session = await server.GetAsync("/api/session");

        Assert.False(session.GetProperty("keysNeeded").GetBoolean());
        Assert.Equal(HttpStatusCode.NotFound, (await server.SendAsync("GET", "/login")).StatusCode);
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/model");
        request.Headers.Host = "any.example";
        Assert.Equal(HttpStatusCode.OK, (await server.Client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("evil.example", null, HttpStatusCode.MisdirectedRequest, "wrong-host")]
    [InlineData("127.0.0.1", "https://evil.example", HttpStatusCode.Forbidden, "wrong-origin")]
    public async Task Request_ForeignNameOrPage_IsRefused(
        string host,
        string? origin,
        HttpStatusCode status,
        string type
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Put, "/api/users/7/hidden/2");
        request.Headers.Host = host;
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {fixture.Write}");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using HttpResponseMessage response = await fixture.Server.Client.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(
            $"urn:matinee:problem:{type}",
            await response.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }
}
