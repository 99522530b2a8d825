using System.Globalization;
using System.Text.RegularExpressions;

namespace Matinee.Data.Raw;

/// <summary>Titles as MovieLens writes them, with the release year in brackets at the end.</summary>
internal static partial class MovieTitle
{
    /// <summary>The year, or the first of a range such as <c>(2006–2007)</c> or <c>(2006– )</c>; null without one.</summary>
    public static int? Year(string title)
    {
        Match match = TrailingYear().Match(title);
        return match.Success ? int.Parse(match.Groups["first"].ValueSpan, CultureInfo.InvariantCulture) : null;
    }

    // MovieLens 100K marks videos and television: (1995) (V). Digits are ASCII by intent: \d would take any script's. Dashes: hyphen, non-breaking hyphen, figure, en, em.
    [GeneratedRegex(@"\(\s*(?<first>1[89][0-9]{2}|20[0-9]{2})\s*([-‑‒–—]\s*([0-9]{4}\s*)?)?\)(\s*\((V|TV)\))?$")]
    private static partial Regex TrailingYear();
}
