using Matinee.Core.Interactions;

namespace Matinee.Core.Models.Blend;

/// <summary>A blend with a model that knows how likely every number of stars is.</summary>
internal sealed class DistributionBlendModel(
    BlendOptions options,
    BlendParts parts,
    IRatingDistributionPredictor distributions
) : BlendModel(options, parts), IRatingDistributionPredictor
{
    public IReadOnlyList<float> Levels => distributions.Levels;

    public void PredictDistributions(
        ReadOnlySpan<UserHistory> histories,
        ReadOnlySpan<int> counts,
        ReadOnlySpan<int> items,
        ReadOnlySpan<long> timestamps,
        Span<RatingPrediction> predictions,
        Span<float> probabilities
    ) => distributions.PredictDistributions(histories, counts, items, timestamps, predictions, probabilities);
}
