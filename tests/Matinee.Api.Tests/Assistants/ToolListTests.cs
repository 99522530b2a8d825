using System.Text.Json;
using Matinee.Api.Tests.Server;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Matinee.Api.Tests.Assistants;

public sealed class ToolListTests(EaseServer fixture) : IClassFixture<EaseServer>
{
    private readonly TestServer server = fixture.Server;

    [Fact]
    public async Task List_All_SayWhatTheyDoAndWhetherTheyWrite()
    {
        await using McpClient client = await server.ConnectAsync();

        IList<McpClientTool> tools = await client.ListToolsAsync();

        Assert.Equal(["rate_movie", "recommend", "search_movies", "similar_movies"], tools.Select(t => t.Name).Order());
        foreach (Tool tool in tools.Select(one => one.ProtocolTool!))
        {
            bool writes = tool.Name == "rate_movie";
            Assert.True(tool.Description!.Length > 80, tool.Name);
            Assert.Equal(!writes, tool.Annotations!.ReadOnlyHint);
            Assert.Equal(writes, tool.Annotations.DestructiveHint);
            Assert.Equal(true, tool.Annotations.IdempotentHint);
            Assert.Equal(false, tool.Annotations.OpenWorldHint);
        }

        Assert.Equal("matinee", client.ServerInfo?.Name);
        Assert.Contains("half stars", client.ServerInstructions, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_Schemas_AreClosedObjectsWhosePropertiesAreDescribed()
    {
        await using McpClient client = await server.ConnectAsync();

        foreach (McpClientTool tool in await client.ListToolsAsync())
        {
            JsonElement schema = tool.ProtocolTool.InputSchema;
            Assert.Equal("object", schema.GetProperty("type").GetString());
            Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
            JsonProperty[] properties = [.. schema.GetProperty("properties").EnumerateObject()];
            Assert.All(properties, property => Assert.True(property.Value.TryGetProperty("description", out _)));
            Assert.All(
                properties,
                property =>
                    Assert.Contains(
                        property.Value.GetProperty("type").GetString(),
                        (string[])["integer", "number", "string", "array"]
                    )
            );
            Assert.All(
                schema.GetProperty("required").EnumerateArray(),
                name => Assert.Contains(name.GetString(), properties.Select(property => property.Name))
            );
            Assert.Equal("object", tool.ProtocolTool.OutputSchema!.Value.GetProperty("type").GetString());
        }
    }

    [Theory]
    [InlineData("recommend", """{ "user_id": 7, "limit": 3 }""")]
    [InlineData("search_movies", """{ "q": "space" }""")]
    [InlineData("similar_movies", """{ "movie": "id:1" }""")]
    [InlineData("similar_movies", """{ "movie": "a" }""")]
    [InlineData("rate_movie", """{ "user_id": 21, "movie": "id:1", "stars": 4 }""")]
    public async Task Call_Any_HasTheSchemaThatTheToolNames(string name, string arguments)
    {
        await using McpClient client = await server.ConnectAsync();
        McpClientTool tool = (await client.ListToolsAsync()).Single(one => one.Name == name);

        CallToolResult result = await client.CallAsync(name, arguments);

        JsonElement schema = tool.ProtocolTool.OutputSchema!.Value;
        Assert.Empty(new SchemaCheck(schema).Problems(schema, result.StructuredContent!.Value));
    }

    [Fact]
    public async Task Mcp_SwitchedOff_IsNotThere()
    {
        await using TestServer off = await TestServer.StartAsync(
            fixture.Bundles.Ease,
            options => options with { Mcp = false }
        );

        await off.ProblemAsync("POST", "/mcp", 404, "unknown-route", "{}");
    }

    [Theory]
    [InlineData("https://evil.example", 403)]
    [InlineData("null", 403)]
    [InlineData("http://localhost:6274", 200)]
    [InlineData("http://127.0.0.1:6274", 200)]
    [InlineData(null, 200)]
    public async Task Origin_OfAPage_MustBeLocalOrNamed(string? origin, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp")
        {
            Content = new StringContent(
                """{ "jsonrpc": "2.0", "id": 1, "method": "tools/list" }""",
                System.Text.Encoding.UTF8,
                "application/json"
            ),
        };
        request.Headers.Add("Accept", "application/json, text/event-stream");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using HttpResponseMessage response = await server.Client.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
    }
}
