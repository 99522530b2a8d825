using System.Globalization;
using System.Text.RegularExpressions;
using Matinee.Api.Serving;
using Matinee.Core.Texts;

namespace Matinee.Api.Language.Asking;

/// <summary>
/// Reads simple English sentences by rules: genres and what people call them, what is not wanted ("no X", "without X"), years and
/// decades, "like TITLE", "about X", how many, well known or not, mixed. What it does not know it passes over.
/// </summary>
internal static partial class RuleReader
{
    private const string LittleKnown = "-0.5";
    private const string WellKnown = "0.5";
    private const string Mixed = "0.5";
    private const string Few = "3";
    private const string Many = "20";

    private static readonly string[] Counts =
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
    ];

    // Between "no" and what is not wanted.
    private static readonly HashSet<string> Fillers = new(
        "a an any the too very so much more of that those really overly or and nor also movies films stuff".Split(' '),
        StringComparer.Ordinal
    );

    public static Wish Read(string text, ServedModel model)
    {
        Match like = Like().Match(text);
        string? title = like.Success ? like.Groups["title"].Value.Trim(' ', '"', '“', '”', '\'') : null;
        string rest = like.Success ? text.Remove(like.Groups["gone"].Index, like.Groups["gone"].Length) : text;
        Match about = About().Match(rest);
        string? query = about.Success ? about.Groups[1].Value.Trim() : null;
        rest = FoldedText.Fold(about.Success ? rest.Remove(about.Index, about.Length) : rest);
        var wanted = new List<string>();
        var excluded = new List<string>();
        Genres(rest, model, wanted, excluded);
        int latest = model.Catalog.Movies.Max(movie => movie.Year) ?? LatestIfUnknown;
        (int? from, int? to) = YearWords.Read(rest, latest);
        return new Wish
        {
            Genres = [.. wanted.Except(excluded)],
            ExcludedGenres = excluded,
            YearMin = from?.ToString(CultureInfo.InvariantCulture),
            YearMax = to?.ToString(CultureInfo.InvariantCulture),
            Limit = Limit(rest),
            Diversity = Varied().IsMatch(rest) ? Mixed : null,
            Popularity =
                Obscure().IsMatch(rest) ? LittleKnown
                : Famous().IsMatch(rest) ? WellKnown
                : null,
            Query = string.IsNullOrEmpty(query) ? null : query,
            Like = string.IsNullOrEmpty(title) ? null : title,
        };
    }

    private const int LatestIfUnknown = 2020;

    private static void Genres(string text, ServedModel model, List<string> wanted, List<string> excluded)
    {
        // A new part of the sentence ends what "no" denies; "no horror, war or romance" goes on.
        string[] words = [.. Word().Matches(text).Select(match => match.Value)];
        bool isDenied = false;
        for (int n = 0; n < words.Length; n++)
        {
            int length = Math.Min(GenreWords.MostWords, words.Length - n);
            IReadOnlyList<string> found = [];
            while (length > 0 && found.Count == 0)
            {
                found = GenreWords.Of(string.Join(' ', words.AsSpan(n, length).ToArray()), model);
                length -= found.Count == 0 ? 1 : 0;
            }

            if (found.Count > 0)
            {
                int last = n + length - 1;
                bool isFree = last + 1 < words.Length && words[last + 1] == "free";
                foreach (string genre in found)
                {
                    List<string> list = isDenied || isFree ? excluded : wanted;
                    if (!list.Contains(genre))
                    {
                        list.Add(genre);
                    }
                }

                n = last;
            }
            else if (Denies(words, n))
            {
                isDenied = true;
            }
            else if (!Fillers.Contains(words[n]) && words[n] != ",")
            {
                isDenied = false;
            }
        }
    }

    private static bool Denies(string[] words, int n) =>
        words[n]
            is "no"
                or "not"
                or "without"
                or "never"
                or "nothing"
                or "except"
                or "avoid"
                or "hate"
                or "dont"
                or "skip"
                or "minus"
                or "exclude"
        || (words[n] == "but" && n > 0 && words[n - 1] is "anything" or "everything")
        // "don't want any", "do not like".
        || (words[n] is "want" or "like" or "feel" && n > 0 && words[n - 1] is "dont" or "not");

    private static string? Limit(string text)
    {
        if (Count().Match(text) is { Success: true } count)
        {
            string word = count.Groups[1].Value;
            int place = Array.IndexOf(Counts, word);
            return place >= 0 ? (place + 1).ToString(CultureInfo.InvariantCulture)
                : word == "a couple of" ? "2"
                : word == "a few" ? Few
                : word;
        }

        return ShortList().IsMatch(text) ? Few
            : LongList().IsMatch(text) ? Many
            : null;
    }

    // Not of "I like comedies": a thing must stand before it, or the sentence begin with it.
    // Quadratic in the text at worst, which has 1 000 letters at most: milliseconds.
    [GeneratedRegex(
        "(?:(?:^|\\b(?:something|anything|movies?|films?|ones?|more|stuff|list|much|bit) )(?:that(?:'s| is| are)? )?|(?=similar to ))(?<gone>(?:a bit |more )?(?:like|similar to|in the style of|in the vein of) (?<title>\"[^\"]+\"|“[^”]+”|.+?)(?=$|[,;!?]|\\. |\\.$| (?:but|without|no|not|from|with|please|and not|and no)\\b))",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Like();

    [GeneratedRegex(
        "\\babout (.+?)(?=$|[,;!?]|\\. |\\.$| (?:but|without|no|not|from|please|and not|and no)\\b)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex About();

    [GeneratedRegex("[a-z0-9]+|[,]")]
    private static partial Regex Word();

    [GeneratedRegex(
        @"\b(?:top )?([0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|a couple of|a few) (?:[a-z-]+ ){0,3}?(?:movies?|films?|comedies|ones|titles?|recommendations?|suggestions?|ideas|picks|documentaries|thrillers|dramas|westerns|musicals|romances|cartoons)\b"
    )]
    private static partial Regex Count();

    [GeneratedRegex(@"\b(?:short|small|brief) (?:list|selection)\b|\bjust a few\b")]
    private static partial Regex ShortList();

    [GeneratedRegex(@"\b(?:long|big|large) (?:list|selection)\b|\blots of\b")]
    private static partial Regex LongList();

    [GeneratedRegex(@"\b(?:varied|diverse|variety|mix|mixed|all sorts|different kinds)\b")]
    private static partial Regex Varied();

    [GeneratedRegex(
        @"\bhidden gems?\b|\b(?:obscure|underrated|overlooked)\b|\b(?:little|lesser|less|not|not so|un) ?-?(?:well )?-?(?:known|popular|famous)\b|\bno blockbusters?\b|\bnot? mainstream\b"
    )]
    private static partial Regex Obscure();

    [GeneratedRegex(@"\b(?:popular|famous|well-known|well known|blockbusters?|mainstream|everyone knows)\b")]
    private static partial Regex Famous();
}
