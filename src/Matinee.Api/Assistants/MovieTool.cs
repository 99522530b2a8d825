using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Matinee.Api.Hosting;
using Matinee.Api.Problems;
using Matinee.Api.Serving;
using Matinee.Core;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Matinee.Api.Assistants;

/// <summary>
/// One of the tools. Arguments are read by the code that reads the REST API's queries, and whatever is wrong becomes an answer that
/// an assistant can act upon: what, and what to do instead.
/// </summary>
internal abstract class MovieTool(ServingContext serving, ILogger log) : McpServerTool
{
    private Tool? tool;

    /// <summary>Made when tools are first listed or called.</summary>
    public sealed override Tool ProtocolTool => tool ??= Describe();

    public sealed override IReadOnlyList<object> Metadata => [];

    protected ServingContext Serving => serving;

    protected abstract Tool Describe();

    /// <exception cref="ProblemException">An argument is not valid, or the caller may not.</exception>
    protected abstract ValueTask<CallToolResult> AnswerAsync(ToolCall call, CancellationToken cancellation);

    public sealed override async ValueTask<CallToolResult> InvokeAsync(
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken = default
    )
    {
        HttpContext http = request.Services!.GetRequiredService<ToolRequest>().Http!;
        try
        {
            IDictionary<string, JsonElement> arguments =
                request.Params?.Arguments ?? new Dictionary<string, JsonElement>();
            return await AnswerAsync(new ToolCall(http, serving.Model, arguments), cancellationToken);
        }
        catch (ProblemException exception)
        {
            return Failed(Said(exception.Problem));
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (Exception exception)
        {
            log.RequestFailed(exception, "tool", ProtocolTool.Name);
            return Failed(
                exception is MatineeException
                    ? "The server can't do this now, and nothing was changed. Its log says what is wrong; try again later."
                    : "The server failed, which is a bug; its log has the details. Trying again will not help."
            );
        }
    }

    protected static CallToolResult Answer<T>(T answer, JsonTypeInfo<T> type, string text)
        where T : ToolAnswer =>
        new()
        {
            Content = [new TextContentBlock { Text = text }],
            StructuredContent = JsonSerializer.SerializeToElement(answer, type),
            IsError = answer.Unclear is not null,
        };

    /// <summary>What the structured part of an answer looks like.</summary>
    protected static JsonElement SchemaOf<T>(JsonTypeInfo<T> type)
    {
        JsonNode schema = type.GetJsonSchemaAsNode(
            new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true }
        );
        // Older revisions of the protocol know objects only.
        schema["type"] = "object";
        return ToolSchema.Element(schema);
    }

    private static CallToolResult Failed(string text) =>
        new() { Content = [new TextContentBlock { Text = text }], IsError = true };

    // What the REST API says of its own addresses is no help here.
    private static string Said(Problem problem) =>
        problem.Type == ProblemKind.UnknownUser.Type
            ? "There is no user of this user_id. Ask the person for theirs, or call recommend with ratings of theirs instead."
            : problem.Detail ?? problem.Title;
}
