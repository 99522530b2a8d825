using Matinee.Core.Texts;

namespace Matinee.Api.Language.Wording;

/// <summary>A word where it stands in a text.</summary>
/// <param name="Written">As it stands there.</param>
/// <param name="Folded">As words are compared.</param>
internal readonly record struct WordToken(int Start, string Written, string Folded)
{
    public int End => Start + Written.Length;

    /// <summary>Runs of letters, digits and apostrophes.</summary>
    public static List<WordToken> Of(string text)
    {
        var tokens = new List<WordToken>();
        for (int start = 0; start < text.Length; start++)
        {
            if (!char.IsLetterOrDigit(text[start]))
            {
                continue;
            }

            int end = start + 1;
            while (end < text.Length && IsInside(text, end))
            {
                end++;
            }

            string written = text[start..end];
            tokens.Add(new WordToken(start, written, FoldedText.Fold(written)));
            start = end;
        }

        return tokens;
    }

    // Marks that combine belong to their letter; an apostrophe belongs to a word if a letter follows.
    private static bool IsInside(string text, int place) =>
        char.IsLetterOrDigit(text[place])
        || char.GetUnicodeCategory(text[place]) == System.Globalization.UnicodeCategory.NonSpacingMark
        || (text[place] is '\'' or '’' or '`' && place + 1 < text.Length && char.IsLetterOrDigit(text[place + 1]));
}
