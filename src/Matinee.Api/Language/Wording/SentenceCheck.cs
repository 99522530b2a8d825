using System.Buffers;
using System.Globalization;
using Matinee.Api.Contracts;
using Matinee.Core.Ranking;

namespace Matinee.Api.Language.Wording;

/// <summary>
/// Whether a sentence may be shown as the reason for a movie. It may name that movie, the movies and the texts of its reasons, and
/// nothing else that could be a name: every other word is in small letters (but the first, which is one of a few, and genres), has no
/// digit, and is not part of a movie's name in the catalogue, unless that name is made of everyday words.
/// </summary>
internal static class SentenceCheck
{
    public const int LongestSentence = 240;

    private static readonly SearchValues<char> Between = SearchValues.Create(" ,;:'’‘\"“”-–—()&");
    private static readonly SearchValues<char> AtTheEnd = SearchValues.Create(" .!'’‘\"“”)");

    public static bool Holds(string sentence, RecommendedMovie movie, TitlePhrases catalogue)
    {
        if (sentence.Length is 0 or > LongestSentence)
        {
            return false;
        }

        List<WordToken> words = WordToken.Of(sentence);
        bool[] covered = Covered(words, movie);
        return words.Count > 2
            && SignsAreFine(sentence, words, covered)
            && WordsAreFine(words, covered, movie.Genres)
            && !NamesAnother(words, covered, catalogue);
    }

    // The longest names first: "Alien" must not cover the half of "Alien Resurrection".
    private static bool[] Covered(List<WordToken> words, RecommendedMovie movie)
    {
        var covered = new bool[words.Count];
        foreach (
            (List<WordToken> name, string? year) in Names(movie).OrderByDescending(name => name.Words.Count).ToArray()
        )
        {
            for (int start = 0; start + name.Count <= words.Count; start++)
            {
                if (!Stands(name, words, start) || covered.AsSpan(start, name.Count).Contains(true))
                {
                    continue;
                }

                covered.AsSpan(start, name.Count).Fill(true);
                int next = start + name.Count;
                if (next < words.Count && words[next].Written == year)
                {
                    covered[next] = true;
                }
            }
        }

        return covered;
    }

    private static IEnumerable<(List<WordToken> Words, string? Year)> Names(RecommendedMovie movie)
    {
        IEnumerable<string> titles = (movie.Reasons ?? [])
            .Select(reason => reason.Title)
            .OfType<string>()
            .Prepend(movie.Title);
        foreach (string title in titles)
        {
            string? year = title is [.., '(', _, _, _, _, ')'] ? title[^5..^1] : null;
            foreach (string name in MovieNames.Of(title))
            {
                yield return (WordToken.Of(name), year);
            }
        }

        foreach (NamedTextJson text in (movie.Reasons ?? []).SelectMany(reason => reason.Named ?? []))
        {
            yield return (WordToken.Of(text.Text), null);
        }
    }

    private static bool Stands(List<WordToken> name, List<WordToken> words, int start)
    {
        for (int n = 0; n < name.Count; n++)
        {
            if (name[n].Folded != words[start + n].Folded)
            {
                return false;
            }
        }

        return name.Count > 0;
    }

    private static bool SignsAreFine(string sentence, List<WordToken> words, bool[] covered)
    {
        for (int n = 1; n < words.Count; n++)
        {
            ReadOnlySpan<char> gap = sentence.AsSpan(words[n - 1].End, words[n].Start - words[n - 1].End);
            bool isInName = covered[n - 1] && covered[n];
            if (isInName ? gap.ContainsAny('\n', '\r', '<') : gap.ContainsAnyExcept(Between))
            {
                return false;
            }
        }

        return !sentence.AsSpan(0, words[0].Start).ContainsAnyExcept(Between)
            && !sentence.AsSpan(words[^1].End).ContainsAnyExcept(AtTheEnd);
    }

    private static bool WordsAreFine(List<WordToken> words, bool[] covered, IReadOnlyList<string> genres)
    {
        HashSet<string> genreWords = [.. genres.SelectMany(WordToken.Of).Select(word => word.Folded)];
        for (int n = 0; n < words.Count; n++)
        {
            if (covered[n])
            {
                continue;
            }

            WordToken word = words[n];
            bool isSmall = word.Written.All(letter => char.IsLower(letter) || letter is '\'' or '’' || IsMark(letter));
            bool mayBeLarge = n == 0 ? PlainWords.Opens(word.Folded) : genreWords.Contains(word.Folded);
            bool hasDigit = word.Written.Any(char.IsNumber);
            if (hasDigit || PlainWords.IsNumber(word.Folded) || (n == 0 ? !mayBeLarge : !isSmall && !mayBeLarge))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsMark(char letter) => char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;

    // A name that goes on where a covered one ends is another movie's: "Alien" does not cover "Alien Resurrection".
    private static bool NamesAnother(List<WordToken> words, bool[] covered, TitlePhrases catalogue)
    {
        for (int start = 0; start < words.Count; start++)
        {
            bool isEveryday = true;
            bool isCovered = true;
            for (int n = start; n < words.Count && n < start + TitlePhrases.MostWords; n++)
            {
                bool isLarge = n > 0 && !char.IsLower(words[n].Written[0]);
                isCovered &= covered[n];
                isEveryday &= !covered[n] && !isLarge && PlainWords.IsPlain(words[n].Folded);
                if (!isEveryday && !isCovered && catalogue.Contains(words, start, n + 1 - start))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
