using Matinee.Core.Models.Hybrid;
using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid.Scoring;

/// <summary>The histories' states: Σⱼ wⱼ xⱼ / √(Σⱼ wⱼ + 1) in each head's share of the dimensions.</summary>
internal static class HistoryStates
{
    /// <returns>B × d; zeros for an empty history.</returns>
    public static Tensor Of(HistoryBatch batch, DeviceNetwork network)
    {
        int d = network.Options.RankingFactors;
        int heads = network.Options.HistoryHeads;
        Tensor logits =
            network.RatingGate.index_select(0, batch.Levels)
            + network.RecencyGate.index_select(0, batch.Ages)
            + network.Affinities.index_select(0, batch.Items);
        Tensor weights = logits.clamp_(-HybridLimits.LargestHistoryLogit, HybridLimits.LargestHistoryLogit).exp_();
        Tensor weighted = network
            .HistoryItems.index_select(0, batch.Items)
            .reshape(batch.EntryCount, heads, d / heads)
            .mul_(weights.unsqueeze(2))
            .reshape(batch.EntryCount, d);
        Tensor scales = (SegmentSums.Of(weights, batch.Places, batch.Starts) + 1).rsqrt_();
        return SegmentSums
            .Of(weighted, batch.Places, batch.Starts)
            .reshape(batch.Count, heads, d / heads)
            .mul_(scales.unsqueeze(2))
            .reshape(batch.Count, d);
    }
}
