using System.Text.Json;
using CsCheck;
using Matinee.Api.Tests.Server;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Matinee.Api.Tests.Assistants;

public sealed class HostileToolTests(EaseServer fixture) : IClassFixture<EaseServer>
{
    private readonly TestServer server = fixture.Server;

    [Theory]
    [InlineData("recommend", """{ "user_id": 555555 }""", "no user")]
    [InlineData("recommend", """{ "user_id": "abc" }""", "user_id must be a whole number")]
    [InlineData("recommend", """{ "user_id": {} }""", "user_id must be a whole number")]
    [InlineData("recommend", """{ "user_id": 0 }""", "user_id must be a whole number")]
    [InlineData("recommend", """{ "user_id": 7, "ratings": [] }""", "either user_id or ratings")]
    [InlineData("recommend", """{ "limit": 101 }""", "limit must be a whole number from 1 to 100")]
    [InlineData("recommend", """{ "limit": [5] }""", "limit must be a whole number")]
    [InlineData("recommend", """{ "limit": 2.5 }""", "limit must be a whole number")]
    [InlineData("recommend", """{ "diversity": 1e999 }""", "diversity must be a number from 0 to 1")]
    [InlineData("recommend", """{ "genre": ["Comdy"] }""", "Did you mean 'Comedy'?")]
    [InlineData("recommend", """{ "genre": [["Comedy"]] }""", "genre must be a list")]
    [InlineData("recommend", """{ "genre": "Com\u0000edy" }""", "control characters")]
    [InlineData("recommend", """{ "genres": ["Comedy"] }""", "Did you mean genre?")]
    [InlineData("recommend", """{ "year_min": 2000, "year_max": 1990 }""", "year_min must not be above year_max")]
    [InlineData("recommend", """{ "ratings": "Heat" }""", "ratings must be a list")]
    [InlineData("recommend", """{ "ratings": [5] }""", "ratings[0] must be an object")]
    [InlineData("recommend", """{ "ratings": [{ "movie": "id:1", "stars": 6 }] }""", "half stars from 0.5 to 5")]
    [InlineData("recommend", """{ "ratings": [{ "movie": "id:1", "stars": null }] }""", "half stars from 0.5 to 5")]
    [InlineData(
        "recommend",
        """{ "ratings": [{ "movie": "id:1", "stars": 4 }, { "movie": 1, "stars": 4 }] }""",
        "stands twice"
    )]
    [InlineData("search_movies", "{}", "q is needed")]
    [InlineData("search_movies", """{ "q": "   " }""", "q is needed")]
    [InlineData("search_movies", """{ "q": "a\u0007b" }""", "control characters")]
    [InlineData("similar_movies", "{}", "movie is needed")]
    [InlineData("similar_movies", """{ "movie": "id:99999999" }""", "there is no movie 99999999")]
    [InlineData("similar_movies", """{ "movie": "id:x" }""", "must be an id")]
    [InlineData("similar_movies", """{ "movie": true }""", "movie must be 1 to 300 characters")]
    [InlineData("similar_movies", """{ "movie": "qqqqqqqqqq xxxxxxxxxx" }""", "No movie here has a title like")]
    [InlineData("rate_movie", """{ "movie": "id:1", "stars": 4 }""", "user_id is needed")]
    [InlineData("rate_movie", """{ "user_id": 7, "movie": "id:1" }""", "stars is needed")]
    [InlineData("rate_movie", """{ "user_id": 7, "movie": "id:1", "stars": 4.2 }""", "half stars from 0.5 to 5")]
    [InlineData("rate_movie", """{ "user_id": 7, "movie": "id:1", "stars": "NaN" }""", "half stars from 0.5 to 5")]
    [InlineData("rate_movie", """{ "user_id": 555555, "movie": "id:1", "stars": 4 }""", "no user")]
    public async Task Call_BadArguments_SaysWhatToDo(string tool, string arguments, string expected)
    {
        await using McpClient client = await server.ConnectAsync();

        string error = await client.ErrorAsync(tool, arguments);

        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search_movies", "q")]
    [InlineData("similar_movies", "movie")]
    public async Task Call_VeryLongText_IsAShortError(string tool, string argument)
    {
        await using McpClient client = await server.ConnectAsync();

        string error = await client.ErrorAsync(tool, $$"""{ "{{argument}}": "{{new string('x', 100_000)}}" }""");

        Assert.InRange(error.Length, 20, 500);
    }

    [Fact]
    public async Task Call_AnyArguments_AreAnsweredByTheTool()
    {
        string[] tools = ["recommend", "search_movies", "similar_movies", "rate_movie"];
        string[] names = ["user_id", "ratings", "limit", "genre", "year_min", "diversity", "q", "movie", "stars", "by"];
        Gen<string> value = Gen.OneOf(
            Gen.OneOf("null", "true", "1", "-1", "4.5", "1e400", "[]", "{}", "\"\"", "[[null]]"),
            Gen.String[0, 30].Select(text => JsonSerializer.Serialize(text)),
            Gen.String[0, 12].Select(text => $$"""[{ "movie": {{JsonSerializer.Serialize(text)}}, "stars": 4 }]""")
        );
        Gen<(string Tool, string Arguments)> call = Gen.Select(
            Gen.OneOf(tools),
            Gen.Select(Gen.OneOf(names), value, (name, text) => (name, text)).Array[0, 4],
            (tool, pairs) =>
                (
                    tool,
                    $"{{{string.Join(',', pairs.DistinctBy(pair => pair.name).Select(pair => $"\"{pair.name}\":{pair.text}"))}}}"
                )
        );
        await using McpClient client = await server.ConnectAsync();

        await call.SampleAsync(
            async one =>
            {
                CallToolResult result = await client.CallAsync(one.Tool, one.Arguments);
                return result.Words() is { Length: > 0 } words
                    && !words.Contains("bug", StringComparison.Ordinal)
                    && !words.Contains("error occurred", StringComparison.Ordinal);
            },
            iter: 200,
            threads: 1
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{ "jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": { "name": 7 } }""")]
    [InlineData(
        """{ "jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": { "name": "recommend", "arguments": [1] } }"""
    )]
    [InlineData("""{ "jsonrpc": "2.0", "id": 1, "method": "nothing" }""")]
    [InlineData("""{ "jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": { "name": "nothing" } }""")]
    [InlineData(
        """{ "jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": { "name": "similar_movies", "arguments": { "movie": "\ud800" } } }"""
    )]
    public async Task Post_Garbage_IsNoFailureOfTheServer(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp")
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Accept", "application/json, text/event-stream");

        using HttpResponseMessage response = await server.Client.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();

        Assert.InRange((int)response.StatusCode, 200, 499);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }
}
