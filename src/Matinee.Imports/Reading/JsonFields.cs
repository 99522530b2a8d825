using System.Globalization;
using System.Text.Json;

namespace Matinee.Imports.Reading;

/// <summary>Fields of JSON from elsewhere, where anything may be of another kind than it should be: that counts as missing.</summary>
internal static class JsonFields
{
    /// <summary>The first of the names that is there and not null, as it stands or in camel case.</summary>
    public static JsonElement? Find(JsonElement? element, params ReadOnlySpan<string> names)
    {
        if (element is not { ValueKind: JsonValueKind.Object } fields)
        {
            return null;
        }

        foreach (string name in names)
        {
            if (
                (
                    fields.TryGetProperty(name, out JsonElement value)
                    || fields.TryGetProperty(JsonNamingPolicy.CamelCase.ConvertName(name), out value)
                )
                && value.ValueKind != JsonValueKind.Null
            )
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>A text, or a number as it is written.</summary>
    public static string? Text(JsonElement? element, string name) => Text(Find(element, name));

    public static string? Text(JsonElement? value) =>
        value?.ValueKind switch
        {
            JsonValueKind.String => value.Value.GetString(),
            JsonValueKind.Number => value.Value.GetRawText(),
            _ => null,
        };

    public static bool IsTrue(JsonElement? element, string name) =>
        Find(element, name) is { ValueKind: JsonValueKind.True };

    public static int? Whole(JsonElement? element, string name) =>
        int.TryParse(Text(element, name), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;
}
