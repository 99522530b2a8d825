using System.Collections.Frozen;

namespace Matinee.Imports.Matching.Titles;

/// <summary>The articles that <c>ReadingTitle</c> moves, folded.</summary>
internal static class Articles
{
    private static readonly FrozenSet<string> All =
        "the a an la le lo las les los l un une des el una uno unas unos il i gli o os as um uma der die das dem ein eine het de det den en ett"
            .Split(' ')
            .ToFrozenSet();

    /// <summary>Whether a word that begins a title, or a part of one, may be missing or stand elsewhere.</summary>
    public static bool Begins(string word) => All.Contains(word);

    /// <summary>Whether a word that ends a title may be its article, set behind without a comma.</summary>
    public static bool Ends(string word) => word.Length > 1 && All.Contains(word);

    /// <summary>Whether a word may be missing anywhere: other languages' articles mean too much in the middle.</summary>
    public static bool Anywhere(string word) => word is "the" or "a" or "an";
}
