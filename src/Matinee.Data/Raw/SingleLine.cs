using System.Text.RegularExpressions;

namespace Matinee.Data.Raw;

internal static partial class SingleLine
{
    /// <summary>Trimmed; line breaks inside a quoted text become a space, for titles and tags are shown on one line.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text.ContainsAny('\r', '\n') ? LineBreaks().Replace(text.ToString(), " ") : text.ToString();
    }

    [GeneratedRegex(@"\s*[\r\n]+\s*")]
    private static partial Regex LineBreaks();
}
