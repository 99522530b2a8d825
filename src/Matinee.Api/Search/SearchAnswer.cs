namespace Matinee.Api.Search;

public enum SearchMode
{
    /// <summary>By words and by meaning.</summary>
    Hybrid,

    /// <summary>By words only; <see cref="SearchAnswer.Note"/> says why.</summary>
    Lexical,
}

/// <summary>What was found.</summary>
/// <param name="Hits">Best first.</param>
/// <param name="Note">A sentence for people where the mode is lexical; else null.</param>
public sealed record SearchAnswer(IReadOnlyList<SearchHit> Hits, SearchMode Mode, string? Note);

/// <param name="Item">Item index.</param>
/// <param name="Score">Comparable within one answer only; above 0.</param>
/// <param name="IsTitle">Whether a title of the movie is just what was asked for.</param>
public readonly record struct SearchHit(int Item, double Score, bool IsTitle);
