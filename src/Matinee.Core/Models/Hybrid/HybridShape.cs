namespace Matinee.Core.Models.Hybrid;

/// <summary>A network's dimensions.</summary>
internal sealed record HybridShape
{
    public required int Items { get; init; }
    public required int Users { get; init; }
    public required int RankingFactors { get; init; }
    public required int RatingFactors { get; init; }
    public required int HistoryHeads { get; init; }
    public required int HiddenUnits { get; init; }
    public required int AttentionHeads { get; init; }
    public required int KeyDimension { get; init; }
    public int Texts { get; init; }
    public int Kinds { get; init; }
    public int Facets { get; init; }

    /// <summary>Of a movie; 0 where none can be placed.</summary>
    public int Features { get; init; }

    /// <summary>Numbers that a movie's texts are pooled to.</summary>
    public int Pooled { get; init; }

    /// <summary>Numbers of a sentence vector.</summary>
    public int Embedding { get; init; }

    /// <summary>Features and pooled texts.</summary>
    public int Content => Features + Pooled;

    public int Keys => AttentionHeads * KeyDimension;

    /// <summary>What the options state, and the lengths of the tensors that have one dimension for each of the rest.</summary>
    public static HybridShape Of(HybridOptions options, HybridTensors tensors) =>
        new()
        {
            Items = tensors.RankingBias.Length,
            Users = tensors.UserBias.Length,
            RankingFactors = options.RankingFactors,
            RatingFactors = options.NFactors,
            HistoryHeads = options.HistoryHeads,
            HiddenUnits = options.HiddenUnits,
            AttentionHeads = options.AttentionHeads,
            KeyDimension = options.KeyDimension,
            Texts = (tensors.Text?.Keys.Length ?? 0) / (options.AttentionHeads * options.KeyDimension),
            Kinds = (tensors.Text?.KindBias.Length ?? 0) / options.AttentionHeads,
            Facets = tensors.Text?.FacetTexts.Length ?? 0,
            Features = Math.Max(0, (tensors.Content?.ToRankingBias.Length ?? 0) - PooledOf(options)),
            Pooled = PooledOf(options),
            Embedding = options.EmbeddingDim,
        };

    public static int PooledOf(HybridOptions options) => options.UseText ? options.ContentFactors : 0;
}
