using System.Text.RegularExpressions;
using Matinee.Core.Texts;

namespace Matinee.Imports.Tests.Matching.Disguises;

/// <summary>The usual differences between two sites' spelling of a film.</summary>
internal static partial class Disguise
{
    public const string NoYear = "no year";

    private static readonly string[] Words =
        "zero one two three four five six seven eight nine ten eleven twelve thirteen".Split(' ');

    private static readonly string[] Romans =
    [
        "",
        "",
        "II",
        "III",
        "IV",
        "",
        "VI",
        "VII",
        "VIII",
        "IX",
        "",
        "XI",
        "XII",
    ];

    /// <summary>Each changes something or returns null where there is nothing to change.</summary>
    public static IReadOnlyDictionary<string, Func<Disguised, Random, Disguised?>> All { get; } =
        new Dictionary<string, Func<Disguised, Random, Disguised?>>
        {
            ["article dropped"] = (film, _) => film with { Title = Article().Replace(film.Title, "${rest}") },
            ["article last"] = (film, _) => film with { Title = Article().Replace(film.Title, "${rest}, ${article}") },
            ["accents dropped"] = (film, _) => film with { Title = Decompositions.StripAccents(film.Title) },
            ["punctuation dropped"] = (film, _) =>
                film with
                {
                    Title = Spaces()
                        .Replace(Punctuation().Replace(Apostrophes().Replace(film.Title, ""), " "), " ")
                        .Trim(),
                },
            ["punctuation changed"] = (film, random) =>
                film with
                {
                    Title = film
                        .Title.Replace('\'', random.Next(2) == 0 ? '’' : '`')
                        .Replace('-', '–')
                        .Replace("...", "…", StringComparison.Ordinal)
                        .Replace(",", "", StringComparison.Ordinal),
                },
            ["case"] = (film, random) =>
                film with
                {
                    Title = random.Next(2) == 0 ? film.Title.ToUpperInvariant() : film.Title.ToLowerInvariant(),
                },
            ["and"] = (film, _) =>
                film with
                {
                    Title = film.Title.Contains(" & ", StringComparison.Ordinal)
                        ? film.Title.Replace(" & ", " and ", StringComparison.Ordinal)
                        : film.Title.Replace(" and ", " & ", StringComparison.Ordinal),
                },
            ["year beside"] = (film, random) => film with { Year = film.Year + (random.Next(2) == 0 ? 1 : -1) },
            [NoYear] = (film, _) => film with { Year = null },
            ["other title"] = (film, random) =>
                film.Others.Count == 0 ? null : film with { Title = film.Others[random.Next(film.Others.Count)] },
            ["numerals"] = (film, random) =>
                film with
                {
                    Title = Number().Replace(film.Title, match => Renumbered(match.Value, random)),
                },
            ["separator"] = (film, random) =>
                film with
                {
                    Title = Separator().Replace(film.Title, new[] { ": ", " - ", " – ", " " }[random.Next(4)]),
                },
        };

    private static string Renumbered(string number, Random random)
    {
        int value =
            int.TryParse(number, out int digits) ? digits
            : Array.IndexOf(Romans, number) is > 0 and var roman ? roman
            : Array.IndexOf(Words, number.ToLowerInvariant());
        string word = char.ToUpperInvariant(Words[value][0]) + Words[value][1..];
        string[] forms = [$"{value}", word, value < Romans.Length && Romans[value].Length > 0 ? Romans[value] : word];
        return forms[random.Next(forms.Length)];
    }

    [GeneratedRegex(
        @"^(?:(?<article>The|An?|L[aeo]s?|Une?|Des|El|Los|Il|I|Gli|Os?|Uma?|D[ie][er]|Das|Eine?|Het|De|Det|En) |(?<article>L'))(?<rest>\w.*)$"
    )]
    private static partial Regex Article();

    [GeneratedRegex("['’`]")]
    private static partial Regex Apostrophes();

    [GeneratedRegex(@"[^\p{L}\p{N}\s]")]
    private static partial Regex Punctuation();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(
        @"(?<=\w )\b(II|III|IV|VI|VII|VIII|IX|[2-9]|1[0-3]|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Thirteen)\b(?![½¾.,/]|\d)"
    )]
    private static partial Regex Number();

    [GeneratedRegex(@": | [-–] ")]
    private static partial Regex Separator();
}
