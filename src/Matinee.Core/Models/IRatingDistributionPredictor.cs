using Matinee.Core.Interactions;

namespace Matinee.Core.Models;

/// <summary>Predicts how likely each level of the rating scale is, and may know more where it is told when a rating is given.</summary>
public interface IRatingDistributionPredictor : IRatingPredictor
{
    /// <summary>The levels in stars, ascending: those that the training data has.</summary>
    IReadOnlyList<float> Levels { get; }

    /// <param name="counts">How many of the items each history is asked for, in turn.</param>
    /// <param name="items">As many item indices as the counts sum to.</param>
    /// <param name="timestamps">
    /// When each item is rated, seconds since 1970 UTC; empty where that isn't known: then the predictions are those of
    /// <see cref="IRatingPredictor.PredictBatch"/>.
    /// </param>
    /// <param name="predictions">One per item; overwritten.</param>
    /// <param name="probabilities">Items × <see cref="Levels"/>, row-major, each row summing to 1; overwritten.</param>
    void PredictDistributions(
        ReadOnlySpan<UserHistory> histories,
        ReadOnlySpan<int> counts,
        ReadOnlySpan<int> items,
        ReadOnlySpan<long> timestamps,
        Span<RatingPrediction> predictions,
        Span<float> probabilities
    );
}
