using Matinee.Core.Numerics;
using Matinee.Core.Ranking.Similarity;

namespace Matinee.Core.Ranking.Reranking;

/// <summary>One user's candidates, best first, before a list is selected from them.</summary>
internal sealed class CandidatePool
{
    private readonly Lazy<PoolSimilarity> similarity;

    /// <param name="candidates">With the ranker's scores.</param>
    /// <param name="relevance">0 to 1, falling.</param>
    /// <param name="tail">What follows the pool by score, where a list is longer than the pool.</param>
    /// <param name="genreTarget">The history's genre shares; null where they are not asked for, or it has none.</param>
    public CandidatePool(
        ScoredItem[] candidates,
        float[] relevance,
        ScoredItem[] tail,
        RankingSpace space,
        double[]? genreTarget
    )
    {
        Candidates = candidates;
        Relevance = relevance;
        Tail = tail;
        Items = [.. candidates.Select(candidate => candidate.Item)];
        GenreTarget = genreTarget;
        Space = space;
        similarity = new(() => new PoolSimilarity(space.Similarity, Items));
    }

    public ScoredItem[] Candidates { get; }
    public float[] Relevance { get; }
    public ScoredItem[] Tail { get; }
    public int[] Items { get; }
    public double[]? GenreTarget { get; }
    public RankingSpace Space { get; }
    public PoolSimilarity Similarity => similarity.Value;

    /// <summary>The number of movies that can be listed.</summary>
    public int Count => Candidates.Length + Tail.Length;
}
