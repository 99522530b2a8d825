using System.Globalization;
using Matinee.Core.Texts;

namespace Matinee.Api.Search.Titles;

/// <summary>A typed word, and what it weighs among the others.</summary>
/// <param name="Year">What it says if it is a year; else 0.</param>
internal readonly record struct TitleQueryWord(string Text, float Weight, int Year);

/// <summary>What a person typed, as words.</summary>
internal sealed class TitleQuery
{
    /// <summary>No title is longer; what comes after is not read.</summary>
    private const int MostCharacters = 300;

    private const int MostWords = 16;

    private TitleQuery(List<TitleQueryWord> words) => Words = words;

    /// <summary>Distinct, in the order they were last typed.</summary>
    public IReadOnlyList<TitleQueryWord> Words { get; }

    public static TitleQuery Parse(string text)
    {
        char[] buffer = [];
        string cut = text.Length > MostCharacters ? text[..MostCharacters] : text;
        var splitter = new WordSplitter(FoldedText.Fold(cut, ref buffer));
        var words = new List<TitleQueryWord>();
        while (words.Count < MostWords && splitter.MoveNext())
        {
            ReadOnlySpan<char> word = splitter.Current;
            string letters = new(word);
            float weight = TitleWords.IsFunctionWord(word) ? TitleWords.FunctionWeight : 1;
            words.RemoveAll(earlier => earlier.Text == letters);
            words.Add(new TitleQueryWord(letters, weight, Year(word)));
        }

        return new TitleQuery(words);
    }

    // The first film is of 1874 (Passage of Venus).
    private static int Year(ReadOnlySpan<char> word) =>
        word.Length == 4
        && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int year)
        && year is >= 1870 and <= 2100
            ? year
            : 0;
}
