namespace Matinee.Core.Texts;

/// <summary>Several words as one phrase.</summary>
public static class WordList
{
    /// <summary><c>a, b and c</c>; empty for none.</summary>
    public static string And(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}";
}
