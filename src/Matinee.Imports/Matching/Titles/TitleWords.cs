using System.Text;
using Matinee.Core.Texts;

namespace Matinee.Imports.Matching.Titles;

/// <summary>Takes titles apart into words that are the same however a title is spelt: case, accents, punctuation, numbers.</summary>
internal static class TitleWords
{
    /// <returns>Empty only for a title without anything but spaces.</returns>
    public static List<TitleWord> Read(string title)
    {
        List<TitleWord> words = Split(title);
        TitleNumbers.Normalise(words);
        return words;
    }

    /// <summary>The words as <see cref="Read"/> has them, but for numbers.</summary>
    public static List<TitleWord> Split(string title)
    {
        string folded = FoldedText.Fold(ArticlesApart(title));
        var words = new List<TitleWord>();
        int segment = 0;
        int start = -1;
        for (int n = 0; n <= folded.Length; n++)
        {
            char letter = n < folded.Length ? folded[n] : ' ';
            if (IsLetter(letter))
            {
                start = start < 0 ? n : start;
                continue;
            }

            if (start >= 0)
            {
                string word = folded[start..n];
                words.Add(new TitleWord(word == "π" ? "pi" : word, segment));
                start = -1;
            }

            if (Meaning(letter) is { } meaning)
            {
                words.AddRange(meaning.Split(' ').Select(word => new TitleWord(word, segment)));
            }
            else if (Parts(folded, n) && words.Count > 0)
            {
                segment = words[^1].Segment + 1;
            }
        }

        if (words.Count == 0)
        {
            return Signs(folded);
        }

        DropConnectors(words);
        return words;
    }

    // Letters of scripts beyond the first plane come in pairs.
    private static bool IsLetter(char letter) => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter);

    // "$" and "???" are films as well.
    private static List<TitleWord> Signs(string folded)
    {
        string signs = string.Concat(folded.Where(letter => !char.IsWhiteSpace(letter)));
        return signs.Length == 0 ? [] : [new TitleWord(signs, 0)];
    }

    // L'Atalante is an article and a name, but Ocean's is one word.
    private static string ArticlesApart(string title)
    {
        if (!title.AsSpan().ContainsAny('\'', '’'))
        {
            return title;
        }

        StringBuilder? apart = null;
        for (int n = 1; n < title.Length; n++)
        {
            if (
                title[n] is '\'' or '’'
                && title[n - 1] is 'l' or 'L'
                && title[n] is '\'' or '’'
                && (n == 1 || !char.IsLetterOrDigit(title[n - 2]))
            )
            {
                apart ??= new StringBuilder(title);
                apart[n] = ' ';
            }
        }

        return apart?.ToString() ?? title;
    }

    private static string? Meaning(char letter) =>
        letter switch
        {
            '&' => "&",
            '♥' or '❤' => "heart",
            '½' => "1 2",
            '¼' => "1 4",
            '¾' => "3 4",
            '⅓' => "1 3",
            '⅔' => "2 3",
            '¹' => "1",
            '²' => "2",
            '³' => "3",
            >= 'ⅰ' and <= 'ⅻ' => TitleNumbers.Digits(letter - 'ⅰ' + 1),
            _ => null,
        };

    private static bool Parts(string text, int n)
    {
        char letter = n < text.Length ? text[n] : ' ';
        bool spaceBefore = n == 0 || char.IsWhiteSpace(text[n - 1]);
        bool spaceAfter = n + 1 >= text.Length || char.IsWhiteSpace(text[n + 1]);
        return letter switch
        {
            ':' or ';' => spaceAfter,
            '：' or '(' or ')' or '[' or ']' or '|' => true,
            '-' or '‐' or '‑' or '‒' or '–' or '—' or '/' or '~' => spaceBefore && spaceAfter,
            _ => false,
        };
    }

    // In the middle alone: ET is a film.
    private static void DropConnectors(List<TitleWord> words)
    {
        for (int n = words.Count - 2; n > 0; n--)
        {
            if (words[n].Text is "and" or "&" or "und" or "et")
            {
                words.RemoveAt(n);
            }
        }
    }
}
