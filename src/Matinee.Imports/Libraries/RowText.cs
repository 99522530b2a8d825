namespace Matinee.Imports.Libraries;

/// <summary>Titles as rows keep them.</summary>
internal static class RowText
{
    /// <summary>Trimmed; control characters and line breaks become spaces, for a terminal would obey them.</summary>
    public static string OnOneLine(string text)
    {
        text = text.Trim();
        return text.Any(char.IsControl)
            ? string.Join(
                ' ',
                string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter))
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            )
            : text;
    }

    /// <summary>Those that say something the title doesn't.</summary>
    public static IReadOnlyList<string> Others(string title, IReadOnlyList<string> others) =>
        [
            .. others
                .Select(OnOneLine)
                .Where(other => other.Length > 0 && !other.Equals(title, StringComparison.OrdinalIgnoreCase))
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
}
