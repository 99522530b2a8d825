using System.Text.Json;

namespace Matinee.Api.Language;

/// <summary>The JSON object in what a language model says; some think aloud before it, or fence it in.</summary>
internal static class JsonReply
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8 };

    /// <returns>Null where there is none.</returns>
    public static JsonElement? Read(string? text)
    {
        if (text is null)
        {
            return null;
        }

        int thought = text.LastIndexOf("</think>", StringComparison.OrdinalIgnoreCase);
        int start = text.IndexOf('{', Math.Max(0, thought));
        int end = text.LastIndexOf('}');
        if (start < 0 || end < start)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text.AsMemory(start, end + 1 - start), Strict);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A property's text; null where it is none, or half of a surrogate pair.</summary>
    public static string? Text(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
