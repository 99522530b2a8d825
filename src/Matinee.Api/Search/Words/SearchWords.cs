using Matinee.Core.Texts;

namespace Matinee.Api.Search.Words;

/// <summary>
/// A text as the words that say what it is about: folded, without stop words, plurals made singular (the S-stemmer of Harman
/// 1991). <c>sci-fi</c> and <c>science fiction</c> are one word, and <c>90s</c> is <c>1990s</c>.
/// </summary>
internal static class SearchWords
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> StopWords = new HashSet<string>(
        (
            "a about after all also am an and any are as at be been being but by can could did do does during each film flick "
            + "for from get give had has have he her him his how i if in into is it its just let like list looking make me more "
            + "most movie my no not of off on one or other our out over please recommend set she show so some something such "
            + "than that the their them then there these they thing this those through to too under until up very want was "
            + "watch we were what when where which while who whose why will with would you your"
        ).Split(' '),
        StringComparer.Ordinal
    ).GetAlternateLookup<ReadOnlySpan<char>>();

    public delegate void WordAction(ReadOnlySpan<char> word);

    /// <param name="buffer">A reused one of the caller's.</param>
    public static void ForEach(string text, ref char[] buffer, WordAction action)
    {
        var words = new WordSplitter(FoldedText.Fold(text, ref buffer));
        Span<char> held = stackalloc char[8];
        int heldLength = 0;
        while (words.MoveNext())
        {
            ReadOnlySpan<char> word = words.Current;
            if (heldLength > 0)
            {
                ReadOnlySpan<char> before = held[..heldLength];
                heldLength = 0;
                if ((before is "sci" && word is "fi") || (before is "science" && word is "fiction"))
                {
                    action("scifi");
                    continue;
                }

                action(before);
            }

            if (word is "sci" or "science")
            {
                word.CopyTo(held);
                heldLength = word.Length;
            }
            else if (IsDecade(word))
            {
                action($"19{word}");
            }
            else if (!StopWords.Contains(word))
            {
                Singular(word, action);
            }
        }

        if (heldLength > 0)
        {
            action(held[..heldLength]);
        }
    }

    private static bool IsDecade(ReadOnlySpan<char> word) =>
        word.Length == 3 && word[0] is >= '2' and <= '9' && word[1] == '0' && word[2] == 's';

    private static void Singular(ReadOnlySpan<char> word, WordAction action)
    {
        // Zombies are zombie, and stories are story: all of them end in y.
        int ending =
            word.EndsWith("ies") ? 3
            : word.EndsWith("ie") ? 2
            : 0;
        if (word.Length > 4 && ending > 0)
        {
            action($"{word[..^ending]}y");
            return;
        }

        bool isPlural =
            word.Length > 3
            && char.IsAsciiLetter(word[^2])
            && word[^1] == 's'
            && !(word.EndsWith("us") || word.EndsWith("ss") || word.EndsWith("is"));
        ReadOnlySpan<char> singular = isPlural ? word[..^1] : word;
        if (!StopWords.Contains(singular))
        {
            action(singular);
        }
    }
}
