using System.Text.Json;

namespace Matinee.Cli.Terminal;

/// <summary>Model options on one line: <c>regularization 200, side auto</c>.</summary>
internal static class OptionText
{
    public static string Of(JsonElement options)
    {
        string text = string.Join(", ", options.EnumerateObject().Select(option => $"{option.Name} {option.Value}"));
        return text.Length == 0 ? "none" : text;
    }
}
