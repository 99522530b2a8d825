namespace Matinee.Imports.Reading;

/// <summary>Text of a file inside a message.</summary>
internal static class Excerpt
{
    private const int ShownLength = 80;

    /// <summary>One line, cut where it is long; control characters are spaces, for a terminal would obey them.</summary>
    public static string Of(string text)
    {
        string shown = text.Length <= ShownLength ? text : $"{text[..ShownLength]}...";
        return string.Create(
            shown.Length,
            shown,
            (letters, source) =>
            {
                for (int n = 0; n < letters.Length; n++)
                {
                    letters[n] = char.IsControl(source[n]) || source[n] is '\u2028' or '\u2029' ? ' ' : source[n];
                }
            }
        );
    }
}
