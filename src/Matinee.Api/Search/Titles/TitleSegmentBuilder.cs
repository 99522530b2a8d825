using System.Buffers;
using System.Runtime.InteropServices;
using Matinee.Core.Texts;

namespace Matinee.Api.Search.Titles;

/// <summary>Reads titles into names, words and postings.</summary>
internal sealed class TitleSegmentBuilder
{
    private static readonly SearchValues<char> YearSigns = SearchValues.Create("0123456789 -‑‒–—");

    private readonly List<(int Word, int Posting)> occurrences = [];
    private char[] folded = new char[256];
    private char[] compound = new char[256];
    private int compoundLength;
    private int compoundWords;

    public TitleVocabulary Vocabulary { get; } = new();
    public List<int> NameMovies { get; } = [];
    public List<float> NameWeights { get; } = [];
    public List<float> NameContents { get; } = [];

    public void Add(int movie, string title)
    {
        ReadOnlySpan<char> text = FoldedText.Fold(title, ref folded);
        int start = 0;
        // A title may start with a bracket, as (500) Days of Summer does; that opens no other name.
        int from = 1;
        while (start < text.Length)
        {
            int length = text[Math.Min(from, text.Length)..].IndexOfAny('(', ')');
            int end = length < 0 ? text.Length : from + length;
            bool isBracketed = start > 0 && end < text.Length && text[end] == ')';
            if (start == 0 && end < text.Length && text[0] == '(' && text[end] == ')')
            {
                from = end + 1;
                continue;
            }

            ReadOnlySpan<char> name = text[start..end];
            if (!(isBracketed && IsRemark(name)))
            {
                AddName(movie, isBracketed ? WithoutKnownAs(name) : name);
            }

            start = end + 1;
            from = start;
        }
    }

    /// <returns>Postings by word, and where each word's start.</returns>
    public (int[] Starts, int[] Postings) Postings()
    {
        var starts = new int[Vocabulary.Count + 1];
        Span<(int Word, int Posting)> all = CollectionsMarshal.AsSpan(occurrences);
        foreach ((int word, _) in all)
        {
            starts[word + 1]++;
        }

        for (int word = 0; word < Vocabulary.Count; word++)
        {
            starts[word + 1] += starts[word];
        }

        int[] next = starts[..^1];
        var postings = new int[all.Length];
        foreach ((int word, int posting) in all)
        {
            postings[next[word]++] = posting;
        }

        return (starts, postings);
    }

    private void AddName(int movie, ReadOnlySpan<char> name)
    {
        int index = NameMovies.Count;
        float weight = 0;
        float content = 0;
        int words = 0;
        compoundWords = 0;
        var splitter = new WordSplitter(name);
        while (splitter.MoveNext())
        {
            words++;
            ReadOnlySpan<char> word = splitter.Current;
            bool isFunctionWord = TitleWords.IsFunctionWord(word);
            weight += isFunctionWord ? TitleWords.FunctionWeight : 1;
            content += isFunctionWord ? 0 : 1;
            AddOccurrence(word, index, isFunctionWord ? 0 : 1);
            foreach (string other in TitleWords.OtherSpellings(word))
            {
                AddOccurrence(other, index, 1);
            }

            GrowCompound(word, splitter.IsGlued, index);
        }

        EndCompound(index);
        if (words > 0)
        {
            NameMovies.Add(movie);
            NameWeights.Add(weight);
            // The The has a name, too.
            NameContents.Add(content > 0 ? content : weight);
        }
    }

    private void AddOccurrence(ReadOnlySpan<char> word, int name, int worth) =>
        occurrences.Add((Vocabulary.Add(word), TitlePosting.Of(name, worth)));

    // Spider-Man is spiderman, too, and E.T. is et.
    private void GrowCompound(ReadOnlySpan<char> word, bool isGlued, int name)
    {
        if (!isGlued)
        {
            EndCompound(name);
            compoundLength = 0;
        }

        if (compound.Length < compoundLength + word.Length)
        {
            Array.Resize(ref compound, 2 * (compoundLength + word.Length));
        }

        word.CopyTo(compound.AsSpan(compoundLength));
        compoundLength += word.Length;
        compoundWords++;
    }

    private void EndCompound(int name)
    {
        if (compoundWords > 1)
        {
            AddOccurrence(compound.AsSpan(0, compoundLength), name, compoundWords);
        }

        compoundWords = 0;
    }

    // Years, and how a movie was shown.
    private static bool IsRemark(ReadOnlySpan<char> name)
    {
        name = name.Trim();
        return name is "v" or "tv" || (name.Length >= 4 && !name.ContainsAnyExcept(YearSigns));
    }

    private static ReadOnlySpan<char> WithoutKnownAs(ReadOnlySpan<char> name)
    {
        foreach (string form in (ReadOnlySpan<string>)["a.k.a. ", "aka ", "a.k.a "])
        {
            if (name.StartsWith(form))
            {
                return name[form.Length..];
            }
        }

        return name;
    }
}
