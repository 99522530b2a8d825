using System.Text.Json;

namespace Matinee.Client.Tests.Contract;

/// <summary>The server's own description of itself.</summary>
internal sealed record ApiDocument(JsonElement Root)
{
    public static async Task<ApiDocument> OfAsync(TestServer server) => new(await server.GetAsync("/openapi/v1.json"));

    public IEnumerable<ApiOperation> Operations =>
        Root.GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path =>
                path.Value.EnumerateObject().Select(one => new ApiOperation(one.Name, path.Name, one.Value))
            );

    public ApiOperation Operation(string id) => Operations.Single(operation => operation.Id == id);

    /// <summary>The schema itself, where this one only refers to it or adds null to it.</summary>
    public JsonElement Resolve(JsonElement schema)
    {
        if (schema.TryGetProperty("oneOf", out JsonElement choices))
        {
            schema = choices.EnumerateArray().Single(choice => !IsNull(choice));
        }

        return schema.TryGetProperty("$ref", out JsonElement reference)
            ? Root.GetProperty("components")
                .GetProperty("schemas")
                .GetProperty(reference.GetString()!["#/components/schemas/".Length..])
            : schema;
    }

    public static bool MayBeNull(JsonElement schema) =>
        Types(schema).Contains("null")
        || (schema.TryGetProperty("oneOf", out JsonElement choices) && choices.EnumerateArray().Any(IsNull));

    public static string[] Types(JsonElement schema) =>
        !schema.TryGetProperty("type", out JsonElement type) ? []
        : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(one => one.GetString()!)]
        : [type.GetString()!];

    private static bool IsNull(JsonElement schema) => Types(schema) is ["null"];
}

/// <param name="Method">In lower case.</param>
/// <param name="Path">With holes such as <c>{user_id}</c>.</param>
internal sealed record ApiOperation(string Method, string Path, JsonElement Described)
{
    public string Id => Described.GetProperty("operationId").GetString()!;

    public IEnumerable<(string Name, JsonElement Schema)> Query =>
        Described.TryGetProperty("parameters", out JsonElement parameters)
            ? parameters
                .EnumerateArray()
                .Where(parameter => parameter.GetProperty("in").GetString() == "query")
                .Select(parameter => (parameter.GetProperty("name").GetString()!, parameter.GetProperty("schema")))
            : [];

    /// <summary>Whether a server that asks for keys wants one here.</summary>
    public bool NeedsKey => Described.GetProperty("security").GetArrayLength() > 0;

    /// <summary>Null: there is none, or it is no JSON.</summary>
    public JsonElement? Body => BodyOf("application/json");

    /// <summary>The names of a form's fields; null: it takes none.</summary>
    public IEnumerable<string>? Form =>
        BodyOf("multipart/form-data")?.GetProperty("properties").EnumerateObject().Select(one => one.Name);

    /// <summary>What success says; null: nothing, or no JSON.</summary>
    public JsonElement? Answer =>
        Described
            .GetProperty("responses")
            .EnumerateObject()
            .First(response => response.Name.StartsWith('2'))
            .Value.TryGetProperty("content", out JsonElement content)
        && content.TryGetProperty("application/json", out JsonElement json)
        && !IsFile(json.GetProperty("schema"))
            ? json.GetProperty("schema")
            : null;

    private static bool IsFile(JsonElement schema) =>
        schema.TryGetProperty("format", out JsonElement format) && format.GetString() == "binary";

    private JsonElement? BodyOf(string type) =>
        Described.TryGetProperty("requestBody", out JsonElement body)
        && body.GetProperty("content").TryGetProperty(type, out JsonElement content)
            ? content.GetProperty("schema")
            : null;
}
