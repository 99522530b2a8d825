using System.Buffers;
using System.Text;

namespace Matinee.Data.Raw;

internal static class SingleLine
{
    /// <summary>The ASCII control characters, but not tab, vertical tab and form feed, which are only spaces.</summary>
    private static readonly SearchValues<char> Breaks = SearchValues.Create([
        .. Enumerable.Range(0, 32).Append(127).Select(letter => (char)letter).Except("\t\v\f"),
    ]);

    /// <summary>
    /// Trimmed; line breaks and control characters inside become a space, with the spaces around them. Titles and tags
    /// are shown on one line, a terminal obeys control characters, and DuckDB ends a text at a NUL.
    /// </summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text.ContainsAny(Breaks) ? WithoutBreaks(text) : text.ToString();
    }

    // By hand, because an expression such as \s*[\r\n]+\s* is quadratic in a run of spaces, and raw data isn't trusted.
    private static string WithoutBreaks(ReadOnlySpan<char> text)
    {
        var line = new StringBuilder(text.Length);
        while (!text.IsEmpty)
        {
            int word = Length(text, gaps: false);
            line.Append(text[..word]);
            text = text[word..];
            ReadOnlySpan<char> gap = text[..Length(text, gaps: true)];
            line.Append(gap.ContainsAny(Breaks) ? " " : gap);
            text = text[gap.Length..];
        }

        return line.ToString().Trim();
    }

    private static int Length(ReadOnlySpan<char> text, bool gaps)
    {
        int length = 0;
        while (length < text.Length && (char.IsWhiteSpace(text[length]) || Breaks.Contains(text[length])) == gaps)
        {
            length++;
        }

        return length;
    }
}
