using Matinee.Core.Interactions;

namespace Matinee.Core.Ranking.Similar;

/// <summary>By what movies are alike.</summary>
public enum SimilarityMode
{
    /// <summary>Both, ratings the more the better the movie is known.</summary>
    Blended,

    /// <summary>By who rated them.</summary>
    Collaborative,

    /// <summary>By what they say about themselves.</summary>
    Textual,
}

/// <param name="Score">What the list is sorted by, 0 to 1.</param>
/// <param name="Collaborative">Likeness by ratings as a share of that to the most alike movie, 0 to 1; null where nobody has rated either.</param>
/// <param name="Textual">Likeness of texts, 0 to 1.</param>
public readonly record struct SimilarMovie(ItemIndex Item, float Score, float? Collaborative, float Textual);

/// <summary>Which similar movies are asked for. Item indices stand in any order.</summary>
public sealed record SimilarRequest
{
    /// <summary>List length, at least 1. Default 10.</summary>
    public int Count { get; init; } = 10;

    /// <summary>How many movies of the list to pass over, at least 0. Default 0.</summary>
    public int Offset { get; init; }

    /// <summary>Default: both ways of being alike.</summary>
    public SimilarityMode Mode { get; init; }

    /// <summary>Movies never to list, item indices. Default: none.</summary>
    public ReadOnlyMemory<int> Excluded { get; init; }

    /// <summary>The only movies that may be listed, item indices; null: any. Default null.</summary>
    public ReadOnlyMemory<int>? Only { get; init; }

    /// <summary>Which movies may appear; null: all.</summary>
    public Controls.MovieFilter? Filter { get; init; }
}
