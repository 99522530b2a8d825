using System.Text.Json;

namespace Matinee.Api.Tests.Server;

/// <summary>Compares values with the part of JSON Schema that the document uses; properties that it does not name are problems, too.</summary>
internal sealed class SchemaCheck(JsonElement document)
{
    public IEnumerable<string> Problems(JsonElement schema, JsonElement value, string place = "$")
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference))
        {
            schema = reference.GetString()!.Split('/').Skip(1).Aggregate(document, Step);
        }

        foreach (string alternative in new[] { "oneOf", "anyOf" })
        {
            if (schema.TryGetProperty(alternative, out JsonElement choices))
            {
                return choices.EnumerateArray().Any(choice => !Problems(choice, value, place).Any())
                    ? []
                    : [$"{place} fits nothing of {alternative}"];
            }
        }

        if (schema.TryGetProperty("type", out JsonElement type) && !Types(type).Any(one => Is(value, one)))
        {
            return [$"{place} is {value.ValueKind}, not {type}"];
        }

        if (
            schema.TryGetProperty("enum", out JsonElement values)
            && !values.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value))
        )
        {
            return [$"{place} is {value}, not one of {values}"];
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => Members(schema, value, place),
            JsonValueKind.Array when schema.TryGetProperty("items", out JsonElement items) => value
                .EnumerateArray()
                .SelectMany((item, n) => Problems(items, item, $"{place}[{n}]")),
            _ => [],
        };
    }

    private static JsonElement Step(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Array
            ? element[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)]
            : element.GetProperty(name);

    private IEnumerable<string> Members(JsonElement schema, JsonElement value, string place)
    {
        bool named = schema.TryGetProperty("properties", out JsonElement properties);
        bool open = schema.TryGetProperty("additionalProperties", out JsonElement additional) || !named;
        if (schema.TryGetProperty("required", out JsonElement required))
        {
            foreach (string name in required.EnumerateArray().Select(one => one.GetString()!))
            {
                if (!value.TryGetProperty(name, out _))
                {
                    yield return $"{place} lacks {name}";
                }
            }
        }

        foreach (JsonProperty member in value.EnumerateObject())
        {
            if (named && properties.TryGetProperty(member.Name, out JsonElement property))
            {
                foreach (string problem in Problems(property, member.Value, $"{place}.{member.Name}"))
                {
                    yield return problem;
                }
            }
            else if (!open)
            {
                yield return $"{place}.{member.Name} is not described";
            }
            else if (additional.ValueKind == JsonValueKind.Object)
            {
                foreach (string problem in Problems(additional, member.Value, $"{place}.{member.Name}"))
                {
                    yield return problem;
                }
            }
        }
    }

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Select(one => one.GetString()!)
            : [type.GetString()!];

    private static bool Is(JsonElement value, string type) =>
        type switch
        {
            "null" => value.ValueKind == JsonValueKind.Null,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "number" => value.ValueKind == JsonValueKind.Number,
            "string" => value.ValueKind == JsonValueKind.String,
            "array" => value.ValueKind == JsonValueKind.Array,
            "object" => value.ValueKind == JsonValueKind.Object,
            _ => false,
        };
}
