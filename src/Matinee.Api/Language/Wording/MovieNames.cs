using System.Globalization;

namespace Matinee.Api.Language.Wording;

/// <summary>The names that a title holds, as people would write them.</summary>
internal static class MovieNames
{
    private static readonly string[] Articles =
    [
        "The",
        "A",
        "An",
        "La",
        "Le",
        "Les",
        "L'",
        "Der",
        "Die",
        "Das",
        "El",
        "Los",
        "Las",
        "Il",
        "Lo",
        "Un",
        "Une",
        "De",
        "Het",
        "Den",
    ];

    /// <summary>
    /// <c>Seventh Seal, The (Sjunde inseglet, Det) (1957)</c> is <c>Seventh Seal, The</c>, <c>The Seventh Seal</c> and what the
    /// brackets hold.
    /// </summary>
    public static IEnumerable<string> Of(string title)
    {
        foreach (string part in title.Split('(', ')'))
        {
            string name = part.Trim();
            foreach (string form in (ReadOnlySpan<string>)["a.k.a. ", "aka "])
            {
                name = name.StartsWith(form, StringComparison.OrdinalIgnoreCase) ? name[form.Length..] : name;
            }

            if (name.Length == 0 || IsYear(name))
            {
                continue;
            }

            yield return name;
            int comma = name.LastIndexOf(',');
            if (comma > 0 && Articles.Contains(name[(comma + 1)..].Trim(), StringComparer.OrdinalIgnoreCase))
            {
                yield return $"{name[(comma + 1)..].Trim()} {name[..comma]}";
            }
        }
    }

    private static bool IsYear(string name) =>
        name.Length >= 4
        && name.All(letter => char.IsAsciiDigit(letter) || letter is '-' or '–' or ' ')
        && int.TryParse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year)
        && year is > 1800 and < 2200;
}
