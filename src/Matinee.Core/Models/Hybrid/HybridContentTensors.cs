namespace Matinee.Core.Models.Hybrid;

/// <summary>
/// What places movies that the network was not trained with. F features (<see cref="MovieFeatureSpace"/>), E numbers of a sentence
/// vector, c pooled ones, C = F + c; K kinds of facet; the rest as in <see cref="HybridTensors"/> and
/// <see cref="HybridTextTensors"/>.
/// </summary>
public sealed record HybridContentTensors
{
    /// <summary>C × d.</summary>
    public required float[] ToHistory { get; init; }

    /// <summary>C × d.</summary>
    public required float[] ToRanking { get; init; }

    /// <summary>C.</summary>
    public required float[] ToRankingBias { get; init; }

    /// <summary>C × r.</summary>
    public required float[] ToRating { get; init; }

    /// <summary>C.</summary>
    public required float[] ToRatingBias { get; init; }

    /// <summary>What the scores of movies without ratings are multiplied with, 0 to 1, and what is added to them.</summary>
    public required float UnratedScale { get; init; }

    public required float UnratedBias { get; init; }

    /// <summary>K × E × c: pools the facets' vectors; empty where texts are not pooled.</summary>
    public float[] Pooling { get; init; } = [];

    /// <summary>c: added to what is pooled, before it is bent; empty where texts are not pooled.</summary>
    public float[] PoolingShift { get; init; } = [];

    /// <summary>E × a·k; empty where histories do not choose between texts.</summary>
    public float[] AttentionKeys { get; init; } = [];

    /// <summary>E × d; empty likewise.</summary>
    public float[] RankingValues { get; init; } = [];

    /// <summary>E × r; empty likewise.</summary>
    public float[] RatingValues { get; init; } = [];
}
