using System.Globalization;
using System.Text.RegularExpressions;

namespace Matinee.Api.Language.Asking;

/// <summary>Release years as people say them. Texts are folded: small letters, no accents, no apostrophes.</summary>
internal static partial class YearWords
{
    /// <summary>"Recent" is within so many years of the catalogue's latest.</summary>
    public const int RecentYears = 5;

    /// <summary>"Classic" and "old" end here.</summary>
    public const int LastClassicYear = 1979;

    private static readonly string[] Decades =
    [
        "twenties",
        "thirties",
        "forties",
        "fifties",
        "sixties",
        "seventies",
        "eighties",
        "nineties",
    ];

    /// <param name="latest">The catalogue's.</param>
    public static (int? From, int? To) Read(string text, int latest)
    {
        if (Range().Match(text) is { Success: true } range)
        {
            return (Number(range.Groups[1]), Number(range.Groups[2]));
        }

        int[] starts = [.. DecadeOf().Matches(text).Select(Start)];
        Match bound = Bound().Match(text);
        if (starts.Length > 0 && !bound.Success)
        {
            // Early and late ones have five years, the middle four.
            string part = DecadeOf().Match(text).Groups["part"].Value;
            int first =
                starts.Min()
                + (
                    part == "late" ? 5
                    : part == "mid" ? 3
                    : 0
                );
            int last =
                starts.Max()
                + (
                    part == "early" ? 4
                    : part == "mid" ? 6
                    : 9
                );
            return (first, last);
        }

        if (bound.Success)
        {
            bool isDecade = bound.Groups["decade"].Success;
            int year = isDecade ? Start(DecadeOf().Match(bound.Value)) : Number(bound.Groups["year"]);
            return bound.Groups[1].Value switch
            {
                "before" or "older than" or "pre" => (null, year - 1),
                "until" or "up to" or "till" => (null, isDecade ? year + 9 : year),
                "after" or "newer than" or "post" => (isDecade ? year + 10 : year + 1, null),
                _ => (year, null),
            };
        }

        return Year().Match(text) is { Success: true } one ? (Number(one.Groups[1]), Number(one.Groups[1]))
            : Recent().IsMatch(text) ? (latest - RecentYears + 1, null)
            : Old().IsMatch(text) ? (null, LastClassicYear)
            : (null, null);
    }

    private static int Number(Group group) =>
        int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int Start(Match decade)
    {
        int named = Array.IndexOf(Decades, decade.Groups["name"].Value);
        if (named >= 0)
        {
            return 1920 + (10 * named);
        }

        int number = Number(decade.Groups["number"]);
        return number >= 100 ? number
            : number < 30 ? 2000 + number
            : 1900 + number;
    }

    private const string AnyDecade =
        @"(?:(?<part>early|mid|late) )?(?:the )?(?:(?<number>(?:19|20)?[0-9]0) ?s\b|(?<name>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))";

    [GeneratedRegex($@"\b{AnyDecade}")]
    private static partial Regex DecadeOf();

    [GeneratedRegex(@"\b((?:18|19|20)[0-9]{2}) ?(?:-|–|to|and|until|till) ?((?:18|19|20)[0-9]{2})\b")]
    private static partial Regex Range();

    [GeneratedRegex(
        @"\b(before|older than|pre|until|up to|till|after|newer than|post|since)[ -](?:(?<year>(?:18|19|20)[0-9]{2})\b(?! ?s\b)|(?<decade>(?:the )?(?:(?:19|20)?[0-9]0 ?s\b|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)))"
    )]
    private static partial Regex Bound();

    [GeneratedRegex(@"\b((?:18|19|20)[0-9]{2})\b(?! ?s\b)")]
    private static partial Regex Year();

    [GeneratedRegex(@"\b(?:recent|new|newer|newest|latest|modern)\b")]
    private static partial Regex Recent();

    [GeneratedRegex(@"\b(?:old|older|classic|classics)\b")]
    private static partial Regex Old();
}
