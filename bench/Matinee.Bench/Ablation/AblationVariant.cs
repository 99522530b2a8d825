using Matinee.Core.Models.Hybrid;

namespace Matinee.Bench.Ablation;

/// <summary>A network that lacks one part of the whole.</summary>
internal sealed record AblationVariant(string Name, Func<HybridOptions, HybridOptions> Change)
{
    public static AblationVariant Whole { get; } = new("the whole network", options => options);

    public static IReadOnlyList<AblationVariant> All { get; } =
    [
        Whole,
        new("− cross-attention", options => options with { UseCrossAttention = false }),
        new("− text", options => options with { UseText = false, UseCrossAttention = false }),
        new(
            "tag bag instead of text",
            options => options with { UseText = false, UseCrossAttention = false, UseTagBag = true }
        ),
        new("− history in ratings", options => options with { UseHistory = false }),
        new("− history attention", options => options with { UseHistoryAttention = false }),
        new("+ batch normalisation", options => options with { UseBatchNorm = true }),
        new("− rating loss", options => options with { RatingWeight = 0 }),
        new("− ranking loss", options => options with { RankingWeight = 0 }),
        new("+ distribution loss", options => options with { DistributionWeight = 0.02 }),
        new("+ diversity loss", options => options with { DiversityWeight = AblationTable.DiversityWeight }),
    ];
}
