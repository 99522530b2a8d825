using System.Net;
using System.Text.Json;

namespace Matinee.Api.Tests.Access;

/// <summary>Walks the OpenAPI document: whatever endpoint there is, it is guarded.</summary>
public sealed class EveryOperationTests(GuardedServer fixture) : IClassFixture<GuardedServer>
{
    private static readonly string[] Public =
    [
        "GET /health/live",
        "GET /health/ready",
        "GET /api/session",
        "POST /api/session",
        "DELETE /api/session",
    ];

    [Fact]
    public async Task Document_PublicOperations_AreTheseFew()
    {
        string[] found = [.. (await AllAsync()).Where(one => one.Scope is null).Select(one => one.Name).Order()];

        Assert.Equal(Public.Order(), found);
    }

    [Fact]
    public async Task EveryOperation_NoOrWrongOrExpiredOrRevokedKey_Is401()
    {
        (string What, string? Key)[] keys =
        [
            ("none", null),
            ("nonsense", "nonsense"),
            ("unknown", "matinee_0123456789abcdef_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
            ("the id of one, the secret of another", fixture.Admin[..^43] + fixture.Write[^43..]),
            ("expired", fixture.Expired),
            ("revoked", fixture.Revoked),
        ];

        foreach (Operation operation in await GuardedAsync())
        {
            foreach ((string what, string? key) in keys)
            {
                using HttpResponseMessage response = await fixture.SendAsync(operation.Method, operation.Address, key);
                string text = await response.Content.ReadAsStringAsync();

                Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, $"{operation.Name}, {what}: {text}");
                Assert.Contains("urn:matinee:problem:unauthorized", text, StringComparison.Ordinal);
                Assert.StartsWith("Bearer", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task EveryOperation_TooSmallScope_Is403()
    {
        int refused = 0;
        foreach (Operation operation in (await GuardedAsync()).Where(one => one.Scope != "read"))
        {
            string[] keys = operation.Scope == "admin" ? [fixture.Read, fixture.Write] : [fixture.Read];
            foreach (string key in keys)
            {
                await AssertForbiddenAsync(operation, key);
                refused++;
            }
        }

        Assert.True(refused >= 15, $"{refused}");
    }

    [Fact]
    public async Task EveryOperation_AboutAUser_Is403WithAnothersKey()
    {
        Operation[] ofUsers = [.. (await GuardedAsync()).Where(one => one.OfUser)];
        Assert.True(ofUsers.Length >= 13, $"{ofUsers.Length}");
        foreach (Operation operation in ofUsers)
        {
            await AssertForbiddenAsync(operation, fixture.OfUser8);
        }
    }

    [Fact]
    public async Task EveryOperation_ThatChangesMoreThanAUser_Is403WithABoundKey()
    {
        Operation[] wider = [.. (await GuardedAsync()).Where(one => one is { Scope: not "read", OfUser: false })];
        Assert.Contains(wider, one => one.Name == "POST /api/movies");
        Assert.Contains(wider, one => one.Name == "POST /api/users");
        foreach (Operation operation in wider)
        {
            await AssertForbiddenAsync(operation, fixture.OfUser8);
        }
    }

    [Fact]
    public async Task EveryOperation_RightKey_IsLetThrough()
    {
        // Erasing last: the others have to find the user.
        foreach (
            Operation operation in (await GuardedAsync()).OrderBy(one => one.Name == "DELETE /api/users/{user_id}")
        )
        {
            string key =
                operation is { OfUser: true } ? fixture.OfUser7
                : operation.Scope == "read" ? fixture.Read
                : operation.Scope == "write" ? fixture.Write
                : fixture.Admin;
            HttpStatusCode status = await fixture.StatusAsync(operation.Method, operation.Address, key, operation.Body);

            Assert.True(
                status is not HttpStatusCode.Unauthorized and not HttpStatusCode.Forbidden && (int)status < 500,
                $"{operation.Name}: {status}"
            );
        }
    }

    private async Task AssertForbiddenAsync(Operation operation, string key)
    {
        using HttpResponseMessage response = await fixture.SendAsync(
            operation.Method,
            operation.Address,
            key,
            operation.Body
        );
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.Forbidden, $"{operation.Name}: {text}");
        Assert.Contains("urn:matinee:problem:forbidden", text, StringComparison.Ordinal);
    }

    private async Task<Operation[]> GuardedAsync() => [.. (await AllAsync()).Where(one => one.Scope is not null)];

    private async Task<List<Operation>> AllAsync()
    {
        JsonElement document = await fixture.Server.GetAsync("/openapi/v1.json");
        var all = new List<Operation>();
        foreach (JsonProperty path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (JsonProperty operation in path.Value.EnumerateObject())
            {
                all.Add(Operation.Of(path.Name, operation));
            }
        }

        Assert.True(all.Count >= 34, $"{all.Count}");
        return all;
    }

    /// <param name="Scope">What the document says it needs; null: nothing.</param>
    private sealed record Operation(string Method, string Path, string? Scope, string? Example)
    {
        public string Name => $"{Method} {Path}";

        public bool OfUser => Path.Contains("{user_id}", StringComparison.Ordinal);

        public string? Body => Method is "GET" or "DELETE" ? null : Example;

        /// <summary>About user 7 and movie 1, with what must be in the query.</summary>
        public string Address =>
            Path.Replace("{user_id}", "7", StringComparison.Ordinal)
                .Replace("{movie_id}", "1", StringComparison.Ordinal)
                .Replace("{key_id}", "ffffffffffffffff", StringComparison.Ordinal);

        public static Operation Of(string path, JsonProperty operation)
        {
            JsonElement security = operation.Value.GetProperty("security");
            string? scope = security.GetArrayLength() == 0 ? null : security[0].GetProperty("key")[0].GetString();
            string? example =
                operation.Value.TryGetProperty("requestBody", out JsonElement body)
                && body.GetProperty("content").TryGetProperty("application/json", out JsonElement json)
                && json.TryGetProperty("example", out JsonElement shown)
                    ? shown.GetRawText()
                    : null;
            return new Operation(operation.Name.ToUpperInvariant(), path, scope, example);
        }
    }
}
