using System.Numerics;
using System.Runtime.InteropServices;

namespace Matinee.Api.Search.Titles;

/// <summary>A known word that a typed one may mean.</summary>
/// <param name="Weight">How well it fits, up to 1.</param>
internal readonly record struct WordMatch(int Word, float Weight, bool IsExact, bool IsMistyped)
{
    /// <summary>Best first; among equals in the order the words were added.</summary>
    public static int Compare(WordMatch left, WordMatch right) =>
        left.Weight == right.Weight ? left.Word.CompareTo(right.Word) : right.Weight.CompareTo(left.Weight);
}

/// <summary>
/// The words of titles. Every word is looked at for every word typed, which is quick because two numbers per word rule nearly
/// all of them out: its first four letters, and which letters it has.
/// </summary>
internal sealed class TitleVocabulary
{
    private const int HeadLetters = 4;
    private const int LeastLettersToMistype = 3;
    private const int LettersForTwoSlips = 6;
    private const int LeastLettersToMistypePrefix = 5;

    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> idsBySpan;
    private readonly List<string> words = [];
    private readonly List<ulong> heads = [];
    private readonly List<uint> letters = [];

    public TitleVocabulary() => idsBySpan = ids.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => words.Count;

    public int Add(ReadOnlySpan<char> word)
    {
        if (!idsBySpan.TryGetValue(word, out int id))
        {
            id = words.Count;
            string text = new(word);
            ids.Add(text, id);
            words.Add(text);
            heads.Add(Head(text));
            letters.Add(Letters(text));
        }

        return id;
    }

    public bool TryGet(ReadOnlySpan<char> word, out int id) => idsBySpan.TryGetValue(word, out id);

    /// <param name="isLast">The last word typed may be unfinished.</param>
    /// <param name="matches">Gets the matches, in no order.</param>
    public void Match(ReadOnlySpan<char> typed, bool isLast, List<WordMatch> matches)
    {
        bool takesPrefix = isLast || typed.Length >= 3;
        int slips =
            typed.Length < LeastLettersToMistype || typed.ContainsAnyInRange('0', '9') ? 0
            : typed.Length < LettersForTwoSlips ? 1
            : 2;
        bool takesMistypedPrefix = isLast && slips > 0 && typed.Length >= LeastLettersToMistypePrefix;
        ulong head = Head(typed);
        ulong headMask = typed.Length >= HeadLetters ? ulong.MaxValue : (1UL << (16 * typed.Length)) - 1;
        uint wanted = Letters(typed);
        ReadOnlySpan<ulong> allHeads = CollectionsMarshal.AsSpan(heads);
        ReadOnlySpan<uint> allLetters = CollectionsMarshal.AsSpan(letters);
        for (int id = 0; id < allHeads.Length; id++)
        {
            if ((allHeads[id] & headMask) == head && words[id].AsSpan().StartsWith(typed))
            {
                if (words[id].Length == typed.Length)
                {
                    matches.Add(new WordMatch(id, 1, IsExact: true, IsMistyped: false));
                    continue;
                }

                if (takesPrefix)
                {
                    float share = (float)typed.Length / words[id].Length;
                    float weight = isLast ? 0.85f + 0.1f * share : 0.7f + 0.2f * share;
                    matches.Add(new WordMatch(id, weight, IsExact: false, IsMistyped: false));
                    continue;
                }
            }

            if (
                slips > 0
                && BitOperations.PopCount(wanted & ~allLetters[id]) <= slips
                && (takesMistypedPrefix || BitOperations.PopCount(allLetters[id] & ~wanted) <= slips)
            )
            {
                MatchMistyped(id, typed, slips, takesMistypedPrefix, matches);
            }
        }
    }

    private void MatchMistyped(int id, ReadOnlySpan<char> typed, int slips, bool takesPrefix, List<WordMatch> matches)
    {
        string word = words[id];
        int longer = word.Length - typed.Length;
        if (longer < -slips || (longer > slips && !takesPrefix))
        {
            return;
        }

        EditDistance.Measure(typed, word, out int whole, out int prefix);
        if (whole <= slips)
        {
            float weight = 0.95f * (1 - (float)whole / typed.Length);
            matches.Add(new WordMatch(id, weight, IsExact: false, IsMistyped: true));
        }
        else if (takesPrefix && prefix == 1)
        {
            float weight = 0.85f * (1 - (float)prefix / typed.Length);
            matches.Add(new WordMatch(id, weight, IsExact: false, IsMistyped: true));
        }
    }

    private static ulong Head(ReadOnlySpan<char> word)
    {
        ulong head = 0;
        for (int n = Math.Min(word.Length, HeadLetters) - 1; n >= 0; n--)
        {
            head = (head << 16) | word[n];
        }

        return head;
    }

    // One bit per letter; what is no letter of a to z shares bits.
    private static uint Letters(ReadOnlySpan<char> word)
    {
        uint bits = 0;
        foreach (char letter in word)
        {
            bits |= 1u << (letter is >= 'a' and <= 'z' ? letter - 'a' : 26 + letter % 6);
        }

        return bits;
    }
}
