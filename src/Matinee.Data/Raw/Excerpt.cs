namespace Matinee.Data.Raw;

/// <summary>Text of a raw file inside a message.</summary>
internal static class Excerpt
{
    private const int ShownLength = 60;

    // Enough to know the row by; a quotation mark left open makes a field of megabytes.
    private const int KeptLength = 1000;

    /// <summary>The beginning of a long text.</summary>
    public static string Kept(string text) => text.Length <= KeptLength ? text : text[..KeptLength];

    /// <summary>One line, cut where it is long; control characters are spaces, for a terminal would obey them.</summary>
    public static string Of(string text)
    {
        string shown = text.ReplaceLineEndings(" ");
        shown = shown.Length <= ShownLength ? shown : $"{shown[..ShownLength]}...";
        return string.Create(
            shown.Length,
            shown,
            (letters, source) =>
            {
                for (int n = 0; n < letters.Length; n++)
                {
                    letters[n] = char.IsControl(source[n]) ? ' ' : source[n];
                }
            }
        );
    }
}
