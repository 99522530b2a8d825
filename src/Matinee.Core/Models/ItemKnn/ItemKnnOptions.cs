using System.Text.Json.Serialization;

namespace Matinee.Core.Models.ItemKnn;

[JsonConverter(typeof(ConfigEnumConverter<ItemSimilarity>))]
public enum ItemSimilarity
{
    /// <summary>Co-rating counts over the geometric mean of the two movies' counts.</summary>
    Cosine,

    /// <summary>Dot products of BM25-weighted rows: rare users' votes count more, popular movies' less.</summary>
    Bm25,
}

/// <summary>Which neighbours an item has and how many count.</summary>
public sealed record ItemKnnOptions : IModelOptions<ItemKnnOptions>
{
    /// <summary>Default <see cref="ItemSimilarity.Bm25"/>, the stronger one on every MovieLens set.</summary>
    public ItemSimilarity Similarity { get; init; } = ItemSimilarity.Bm25;

    /// <summary>Neighbours kept per item, at least 1. Default 100.</summary>
    public int Neighbors { get; init; } = 100;

    /// <summary>BM25's saturation k₁, above 0. Default 1.2 (Robertson and Zaragoza 2009).</summary>
    public double K1 { get; init; } = 1.2;

    /// <summary>BM25's length normalisation b, 0 to 1. Default 0.75.</summary>
    public double B { get; init; } = 0.75;

    public ItemKnnOptions Validate()
    {
        OptionRules.AtLeast(Neighbors, 1, nameof(Neighbors));
        OptionRules.Above(K1, 0, nameof(K1));
        OptionRules.Between(B, 0, 1, nameof(B));
        return this;
    }
}
