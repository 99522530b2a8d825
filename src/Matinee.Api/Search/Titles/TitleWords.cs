namespace Matinee.Api.Search.Titles;

/// <summary>What is known about the words of titles.</summary>
internal static class TitleWords
{
    /// <summary>What a word weighs that says little.</summary>
    public const float FunctionWeight = 0.2f;

    private static readonly HashSet<string> FunctionWords = new(
        "the a an of and in on to for at la le les l der die das el los il lo de du des un une e".Split(' '),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> FunctionWordsBySpan =
        FunctionWords.GetAlternateLookup<ReadOnlySpan<char>>();

    // Each line is one number. I, V and X are rather words or initials.
    private static readonly string[][] Numbers =
    [
        ["2", "ii", "two"],
        ["3", "iii", "three"],
        ["4", "iv", "four"],
        ["5", "five"],
        ["6", "vi", "six"],
        ["7", "vii", "seven"],
        ["8", "viii", "eight"],
        ["9", "ix", "nine"],
        ["10", "ten"],
        ["11", "eleven"],
        ["12", "twelve"],
        ["13", "thirteen"],
    ];

    private static readonly Dictionary<string, string[]> SameNumber = Numbers
        .SelectMany(number => number.Select(word => (word, others: number.Where(other => other != word).ToArray())))
        .ToDictionary(pair => pair.word, pair => pair.others, StringComparer.Ordinal);

    private static readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> SameNumberBySpan =
        SameNumber.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsFunctionWord(ReadOnlySpan<char> word) =>
        word.Length <= 3 && FunctionWordsBySpan.Contains(word);

    /// <summary>Other ways to write a number.</summary>
    public static ReadOnlySpan<string> OtherSpellings(ReadOnlySpan<char> word) =>
        word.Length <= 8 && SameNumberBySpan.TryGetValue(word, out string[]? others) ? others : [];
}
