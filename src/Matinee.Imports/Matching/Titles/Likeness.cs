using Matinee.Core.Texts;

namespace Matinee.Imports.Matching.Titles;

/// <summary>Whether two names that aren't the same are nearly so.</summary>
internal static class Likeness
{
    public const int MostSlips = 4;

    // Shares of letters in words that both have, from which on a person may want to look.
    private const double SharedOfLonger = 0.6;
    private const int ShortestContained = 8;
    private const int MostWords = 64;

    /// <summary>How many letters may differ in names of this many for them to be the same but for a slip or spelling.</summary>
    public static int Slips(int letters) =>
        letters switch
        {
            < 7 => 0,
            < 10 => 1,
            < 16 => 2,
            < 25 => 3,
            _ => MostSlips,
        };

    /// <param name="left">Codes of the words (<see cref="WordCode"/>) that stand without spaces in <paramref name="leftLetters"/>.</param>
    /// <returns><see cref="TitleFit.Near"/> or <see cref="TitleFit.Similar"/> and how close, 0 to 1; null: not alike.</returns>
    public static (TitleFit Fit, double Closeness)? Of(
        ReadOnlySpan<uint> left,
        ReadOnlySpan<char> leftLetters,
        ReadOnlySpan<uint> right,
        ReadOnlySpan<char> rightLetters
    )
    {
        int longer = Math.Max(leftLetters.Length, rightLetters.Length);
        int most = Slips(longer);
        int distance = Levenshtein.Distance(leftLetters, rightLetters, most);
        (int shared, int words, bool telling) = Shared(left, right);

        // Look Who's Talking Too is Look Who's Talking with three letters more, and another film.
        bool moreWords = words == Math.Min(left.Length, right.Length) && left.Length != right.Length;
        if (distance <= most && !moreWords && SameNumbers(leftLetters, rightLetters))
        {
            return (TitleFit.Near, 1 - distance / (double)longer);
        }

        bool contained =
            words > 1 && shared >= ShortestContained && shared == Math.Min(leftLetters.Length, rightLetters.Length);
        return (telling && (contained || shared >= SharedOfLonger * longer)) || distance <= most
            ? (TitleFit.Similar, Math.Max(shared, distance <= most ? longer - distance : 0) / (double)longer)
            : null;
    }

    // Rocky 2 is not Rocky 3, however few letters differ.
    private static bool SameNumbers(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        int n = 0;
        int m = 0;
        while (true)
        {
            Digit(left, ref n);
            Digit(right, ref m);
            if (n == left.Length || m == right.Length)
            {
                return n == left.Length && m == right.Length;
            }

            if (left[n++] != right[m++])
            {
                return false;
            }
        }
    }

    private static void Digit(ReadOnlySpan<char> letters, ref int n)
    {
        while (n < letters.Length && !char.IsAsciiDigit(letters[n]))
        {
            n++;
        }
    }

    // How many letters and words both have, and whether one of these words is long enough to tell something.
    private static (int Letters, int Words, bool Telling) Shared(ReadOnlySpan<uint> left, ReadOnlySpan<uint> right)
    {
        int letters = 0;
        int words = 0;
        bool telling = false;
        Span<bool> used = stackalloc bool[Math.Min(right.Length, MostWords)];
        foreach (uint word in left)
        {
            for (int n = 0; n < used.Length; n++)
            {
                if (!used[n] && right[n] == word)
                {
                    used[n] = true;
                    letters += WordCode.Length(word);
                    words++;
                    telling |= WordCode.Tells(word);
                    break;
                }
            }
        }

        return (letters, words, telling);
    }
}
