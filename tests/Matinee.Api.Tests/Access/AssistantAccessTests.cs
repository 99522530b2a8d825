using System.Net;
using Matinee.Api.Tests.Assistants;
using ModelContextProtocol.Client;

namespace Matinee.Api.Tests.Access;

public sealed class AssistantAccessTests(GuardedServer fixture) : IClassFixture<GuardedServer>
{
    private const string Ask =
        """{ "jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": { "name": "search_movies", "arguments": { "q": "space" } } }""";

    [Fact]
    public async Task Mcp_NoOrWrongKey_Is401()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await fixture.StatusAsync("POST", "/mcp", null, Ask));
        Assert.Equal(HttpStatusCode.Unauthorized, await fixture.StatusAsync("POST", "/mcp", fixture.Revoked, Ask));
        Assert.Equal(HttpStatusCode.Unauthorized, await fixture.StatusAsync("POST", "/mcp", fixture.Expired, Ask));
        Assert.Equal(HttpStatusCode.Unauthorized, await fixture.StatusAsync("GET", "/mcp", null));
    }

    [Fact]
    public async Task Tools_ReadingKey_ReadAndDoNotRate()
    {
        await using McpClient client = await fixture.Server.ConnectAsync(fixture.Read);

        await client.AnswerAsync("recommend", """{ "user_id": 7 }""");
        await client.AnswerAsync("search_movies", """{ "q": "space" }""");
        string error = await client.ErrorAsync("rate_movie", """{ "user_id": 7, "movie": "id:1", "stars": 4 }""");

        Assert.Contains("may only read", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tools_BoundKey_AreAboutItsOwnUserAlone()
    {
        await using McpClient client = await fixture.Server.ConnectAsync(fixture.OfUser7);

        await client.AnswerAsync("recommend", """{ "user_id": 7 }""");
        await client.AnswerAsync("rate_movie", """{ "user_id": 7, "movie": "id:1", "stars": 4 }""");
        string list = await client.ErrorAsync("recommend", """{ "user_id": 8 }""");
        string rating = await client.ErrorAsync("rate_movie", """{ "user_id": 8, "movie": "id:1", "stars": 4 }""");

        Assert.Contains("bound to user 7", list, StringComparison.Ordinal);
        Assert.Contains("bound to user 7", rating, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "text": "comedies", "userId": 8 }""", HttpStatusCode.Forbidden)]
    [InlineData("""{ "text": "comedies", "userId": 7 }""", HttpStatusCode.OK)]
    [InlineData("""{ "text": "comedies" }""", HttpStatusCode.OK)]
    public async Task Ask_BoundKey_MayNameItsOwnUserAlone(string body, HttpStatusCode expected) =>
        Assert.Equal(expected, await fixture.StatusAsync("POST", "/api/ask", fixture.OfUser7, body));

    [Fact]
    public async Task Metrics_NeedAKeyThatIsNotBound()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await fixture.StatusAsync("GET", "/metrics", null));
        Assert.Equal(HttpStatusCode.Forbidden, await fixture.StatusAsync("GET", "/metrics", fixture.OfUser7));
        Assert.Equal(HttpStatusCode.OK, await fixture.StatusAsync("GET", "/metrics", fixture.Read));
    }
}
