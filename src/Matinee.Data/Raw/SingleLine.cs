using System.Text;

namespace Matinee.Data.Raw;

internal static class SingleLine
{
    /// <summary>Trimmed; line breaks inside a quoted text become a space, for titles and tags are shown on one line.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text.ContainsAny('\r', '\n') ? WithoutBreaks(text) : text.ToString();
    }

    // By hand, because the expression \s*[\r\n]+\s* is quadratic in a run of spaces, and raw data isn't trusted.
    private static string WithoutBreaks(ReadOnlySpan<char> text)
    {
        var line = new StringBuilder(text.Length);
        while (!text.IsEmpty)
        {
            int length = text.Length - text.TrimStart().Length;
            ReadOnlySpan<char> gap = text[..length];
            line.Append(gap.ContainsAny('\r', '\n') ? " " : gap);
            text = text[length..];
            while (!text.IsEmpty && !char.IsWhiteSpace(text[0]))
            {
                line.Append(text[0]);
                text = text[1..];
            }
        }

        return line.ToString();
    }
}
