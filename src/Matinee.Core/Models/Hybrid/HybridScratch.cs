using Matinee.Core.Numerics;

namespace Matinee.Core.Models.Hybrid;

/// <summary>Room to score a few histories; every thread at work holds one.</summary>
internal sealed class HybridScratch(HybridShape shape, TextAttention? attention)
{
    /// <summary>Enough that the candidates are read from memory seldom, few enough that the states stay in the cache.</summary>
    public const int Histories = 16;

    /// <summary>Histories × d.</summary>
    public FactorMatrix States { get; } = new(Histories, shape.RankingFactors);

    /// <summary>One state as the attention heads share it.</summary>
    public FactorMatrix SlicedState { get; } = new(shape.AttentionHeads, shape.RankingFactors / shape.AttentionHeads);

    public RatingPerson Person { get; } = new(shape);
    public AttentionScratch? Attention { get; } = attention?.NewScratch();
    public ScoredItem[] Best { get; } = new ScoredItem[HybridModel.RetrievalSize];
    public int[] BestItems { get; } = new int[HybridModel.RetrievalSize];
}
