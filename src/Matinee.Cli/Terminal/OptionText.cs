using System.Text.Json;

namespace Matinee.Cli.Terminal;

/// <summary>Model options on one line: <c>regularization 200, side auto</c>.</summary>
internal static class OptionText
{
    // More than this nobody reads on a line.
    private const int MostShown = 8;

    /// <summary>All of them where they are few, else those that are not at their default.</summary>
    public static string Of(JsonElement options, JsonElement defaults)
    {
        JsonProperty[] all = [.. options.EnumerateObject()];
        if (all.Length <= MostShown)
        {
            return all.Length == 0 ? "none" : Join(all);
        }

        JsonProperty[] changed =
        [
            .. all.Where(option =>
                !defaults.TryGetProperty(option.Name, out JsonElement usual)
                || usual.GetRawText() != option.Value.GetRawText()
            ),
        ];
        return changed.Length == 0 ? "every one at its default" : Join(changed) + ", the others at their default";
    }

    private static string Join(IEnumerable<JsonProperty> options) =>
        string.Join(
            ", ",
            options
                .Where(option => option.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
                .Select(option => $"{option.Name} {option.Value}")
        );
}
