using Matinee.Core.Models.Hybrid;

namespace Matinee.Neural.Tests.Hybrid;

/// <summary>One network for each part that can be left out.</summary>
internal static class HybridVariants
{
    // Far from the start, where many tensors are 0 and could hide a difference.
    private static readonly HybridOptions s_full = SmallWorld.Options with
    {
        LearningRate = 0.02,
        ContentLearningRate = 0.01,
        EmbeddingLearningRate = 0.01,
        WeightDecay = 0,
    };

    public static IReadOnlyDictionary<string, HybridOptions> All { get; } =
        new Dictionary<string, HybridOptions>
        {
            ["full"] = s_full,
            ["without cross-attention"] = s_full with { UseCrossAttention = false },
            ["without text"] = s_full with { UseCrossAttention = false, UseText = false },
            ["with batch norm"] = s_full with { UseBatchNorm = true },
            ["without history"] = s_full with { UseHistory = false },
            ["with a tag bag and every loss"] = s_full with
            {
                UseTagBag = true,
                DiversityWeight = 0.1,
                DistributionWeight = 0.02,
                Negatives = 10,
            },
        };
}
