using System.Text.Json;
using Matinee.Api.Tests.Server;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Matinee.Api.Tests.Assistants;

/// <summary>A real MCP client of a test server.</summary>
internal static class McpCalls
{
    /// <param name="key">Sent along; null: none.</param>
    public static Task<McpClient> ConnectAsync(this TestServer server, string? key = null)
    {
        var options = new HttpClientTransportOptions
        {
            Endpoint = new Uri(server.Address, "/mcp"),
            AdditionalHeaders = key is null
                ? null
                : new Dictionary<string, string> { ["Authorization"] = $"Bearer {key}" },
        };
        return McpClient.CreateAsync(new HttpClientTransport(options));
    }

    /// <summary>The structured part of an answer that must not be an error.</summary>
    public static async Task<JsonElement> AnswerAsync(this McpClient client, string tool, string arguments)
    {
        CallToolResult result = await client.CallAsync(tool, arguments);
        Assert.True(result.IsError != true, result.Words());
        Assert.NotEmpty(result.Words());
        return result.StructuredContent!.Value;
    }

    /// <summary>What a tool says is wrong.</summary>
    public static async Task<string> ErrorAsync(this McpClient client, string tool, string arguments)
    {
        CallToolResult result = await client.CallAsync(tool, arguments);
        Assert.True(result.IsError == true, result.Words());
        Assert.DoesNotContain("   at ", result.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", result.Words(), StringComparison.Ordinal);
        return result.Words();
    }

    /// <param name="arguments">In JSON.</param>
    public static async Task<CallToolResult> CallAsync(this McpClient client, string tool, string arguments)
    {
        Dictionary<string, JsonElement> values = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(
            arguments
        )!;
        return await client.CallToolAsync(new CallToolRequestParams { Name = tool, Arguments = values });
    }

    public static string Words(this CallToolResult result) =>
        string.Join('\n', result.Content.OfType<TextContentBlock>().Select(block => block.Text));

    public static int[] Ids(this JsonElement answer, string list) =>
        [.. answer.GetProperty(list).EnumerateArray().Select(movie => movie.GetProperty("id").GetInt32())];
}
