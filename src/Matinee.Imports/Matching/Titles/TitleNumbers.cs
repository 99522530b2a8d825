using System.Collections.Frozen;
using System.Globalization;

namespace Matinee.Imports.Matching.Titles;

/// <summary>Writes the numbers of titles in digits: <c>Part Two</c>, <c>Part II</c> and <c>2</c> are the same.</summary>
internal static class TitleNumbers
{
    // Roman numerals of a film series; more would turn words such as xXx or mix into numbers.
    private const int MostRoman = 30;

    private static readonly FrozenDictionary<string, int> Cardinals = Numbered(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
        )
        .Concat(
            "twenty thirty forty fifty sixty seventy eighty ninety"
                .Split(' ')
                .Select((word, n) => KeyValuePair.Create(word, 10 * (n + 2)))
        )
        .Concat([KeyValuePair.Create("hundred", 100), KeyValuePair.Create("thousand", 1000)])
        .ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Replaced = Numbered(
            "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        )
        .Select(word => KeyValuePair.Create(word.Key, Ordinal(word.Value)))
        .Concat(Enumerable.Range(2, MostRoman - 1).Select(n => KeyValuePair.Create(Roman(n), Digits(n))))
        .Where(word => word.Key.Length > 1)
        .Concat([
            KeyValuePair.Create("versus", "v"),
            KeyValuePair.Create("vs", "v"),
            KeyValuePair.Create("doctor", "dr"),
            KeyValuePair.Create("mister", "mr"),
            KeyValuePair.Create("saint", "st"),
            KeyValuePair.Create("mount", "mt"),
            KeyValuePair.Create("boulevard", "blvd"),
        ])
        .ToFrozenDictionary();

    private static readonly FrozenSet<string> Counted =
        "part pt chapter volume vol episode ep teil partie parte kapitel".Split(' ').ToFrozenSet();

    public static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static void Normalise(List<TitleWord> words)
    {
        for (int n = 0; n < words.Count; n++)
        {
            if (Cardinals.ContainsKey(words[n].Text))
            {
                Compose(words, n);
            }
            else if (Replaced.TryGetValue(words[n].Text, out string? replacement))
            {
                words[n] = words[n] with { Text = replacement };
            }
            else if (IsLoneNumeral(words, n))
            {
                words[n] = words[n] with
                {
                    Text =
                        words[n].Text == "i" ? "1"
                        : words[n].Text == "v" ? "5"
                        : "10",
                };
            }
        }

        for (int n = words.Count - 2; n >= 0; n--)
        {
            if (Counted.Contains(words[n].Text) && IsNumber(words[n + 1].Text))
            {
                words.RemoveAt(n);
            }
        }
    }

    public static bool IsNumber(string word) => word.All(char.IsAsciiDigit);

    // "One Hundred and One" is 101, "Nineteen Eighty-Four" 19 and 84, which reads 1984 as well.
    private static void Compose(List<TitleWord> words, int n)
    {
        int value = Cardinals[words[n].Text];
        int count = 1;
        while (
            n + count < words.Count
            && words[n + count].Segment == words[n].Segment
            && Cardinals.TryGetValue(words[n + count].Text, out int next)
            && Composed(value, next) is { } composed
        )
        {
            value = composed;
            count++;
        }

        words[n] = words[n] with { Text = Digits(value) };
        words.RemoveRange(n + 1, count - 1);
    }

    private static int? Composed(int value, int next) =>
        next >= 100 ? (value is > 0 and < 100 || (value < 1000 && next == 1000) ? value * next : null)
        : value % 100 == 0 && value >= 100 ? value + next
        : value % 10 == 0 && value % 100 is >= 20 && next < 10 ? value + next
        : null;

    // "Rocky V" and "Part I", but not "I, Robot", "V for Vendetta" or "Batman v Superman".
    private static bool IsLoneNumeral(List<TitleWord> words, int n) =>
        words[n].Text is "i" or "v" or "x"
        && n > 0
        && (
            Counted.Contains(words[n - 1].Text)
            || n + 1 == words.Count
            || words[n + 1].Segment != words[n].Segment
            || Articles.Anywhere(words[n + 1].Text)
        );

    private static string Roman(int number) =>
        new string('x', number / 10)
        + (number % 10) switch
        {
            4 => "iv",
            9 => "ix",
            >= 5 and var digit => "v" + new string('i', digit - 5),
            var digit => new string('i', digit),
        };

    private static string Ordinal(int number) =>
        Digits(number)
        + number switch
        {
            1 => "st",
            2 => "nd",
            3 => "rd",
            _ => "th",
        };

    private static IEnumerable<KeyValuePair<string, int>> Numbered(string words) =>
        words.Split(' ').Select((word, n) => KeyValuePair.Create(word, n));
}
