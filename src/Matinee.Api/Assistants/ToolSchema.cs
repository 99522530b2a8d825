using System.Text.Json;
using System.Text.Json.Nodes;
using Matinee.Api.Http;

namespace Matinee.Api.Assistants;

/// <summary>What a tool takes, as JSON Schema, from the words that also stand in the OpenAPI document.</summary>
internal static class ToolSchema
{
    /// <param name="others">Properties that no query has, by name.</param>
    public static JsonElement Of(
        IReadOnlyList<Parameter> parameters,
        IReadOnlyList<string> required,
        params ReadOnlySpan<KeyValuePair<string, JsonNode>> others
    )
    {
        var properties = new JsonObject();
        foreach ((string name, JsonNode schema) in others)
        {
            properties.Add(name, schema);
        }

        foreach (Parameter parameter in parameters)
        {
            properties.Add(parameter.Name, Of(parameter));
        }

        var schemaOfAll = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]),
            ["additionalProperties"] = false,
        };
        return Element(schemaOfAll);
    }

    public static JsonElement Element(JsonNode node)
    {
        using var document = JsonDocument.Parse(node.ToJsonString());
        return document.RootElement.Clone();
    }

    private static JsonObject Of(Parameter parameter)
    {
        JsonObject schema = Value(parameter);
        if (parameter.Repeats)
        {
            schema = new JsonObject { ["type"] = "array", ["items"] = schema };
        }

        schema["description"] = parameter.Description;
        if (parameter.Example is { } example && parameter is TextParameter)
        {
            schema["examples"] = new JsonArray(example);
        }

        return schema;
    }

    private static JsonObject Value(Parameter parameter) =>
        parameter switch
        {
            WholeParameter whole => WithDefault(
                new()
                {
                    ["type"] = "integer",
                    ["minimum"] = whole.Least,
                    ["maximum"] = whole.Most,
                },
                whole.Default
            ),
            NumberParameter number => WithDefault(
                new()
                {
                    ["type"] = "number",
                    ["minimum"] = number.Least,
                    ["maximum"] = number.Most,
                },
                number.Default
            ),
            ChoiceParameter choice => WithDefault(
                new()
                {
                    ["type"] = "string",
                    ["enum"] = new JsonArray([.. choice.Choices.Select(one => (JsonNode)one)]),
                },
                choice.Default
            ),
            TextParameter text => new() { ["type"] = "string", ["maxLength"] = text.LongestText },
            TextsParameter texts => new() { ["type"] = "string", ["maxLength"] = texts.LongestText },
            _ => new() { ["type"] = "string" },
        };

    private static JsonObject WithDefault(JsonObject schema, JsonNode? fallback)
    {
        if (fallback is not null)
        {
            schema["default"] = fallback;
        }

        return schema;
    }
}
