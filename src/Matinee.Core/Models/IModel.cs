using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models;

/// <summary>A trained model: immutable, safe to share between threads.</summary>
public interface IModel
{
    /// <summary>The kind's name in configurations and bundles, such as <c>ease</c>.</summary>
    string Kind { get; }

    /// <summary>Items 0 .. ItemCount − 1 are covered.</summary>
    int ItemCount { get; }

    /// <summary>Writes what <see cref="ModelKind.Load"/> needs to rebuild the model exactly.</summary>
    void Save(ComponentWriter writer);
}

/// <summary>Orders items for a history.</summary>
public interface IRanker : IModel
{
    /// <summary>Whether every history gets the same scores, so that they need be ordered only once. Default: no.</summary>
    bool ScoresAreShared => false;

    /// <summary>Writes one finite score per covered item, higher is better; seen items are scored too.</summary>
    /// <param name="scores">Length <see cref="IModel.ItemCount"/>; overwritten.</param>
    void Score(UserHistory history, Span<float> scores);

    /// <summary>Scores several histories; a model overrides it where a batch is cheaper than its parts.</summary>
    /// <param name="scores">Histories × items, row-major; overwritten.</param>
    void ScoreBatch(ReadOnlySpan<UserHistory> histories, Span<float> scores)
    {
        for (int n = 0; n < histories.Length; n++)
        {
            Score(histories[n], scores.Slice(n * ItemCount, ItemCount));
        }
    }
}

/// <summary>Predicts how a history's owner would rate items.</summary>
public interface IRatingPredictor : IModel
{
    /// <param name="items">Item indices, all below <see cref="IModel.ItemCount"/>.</param>
    /// <param name="predictions">One per item; overwritten.</param>
    void Predict(UserHistory history, ReadOnlySpan<int> items, Span<RatingPrediction> predictions);

    /// <summary>Predicts for several histories; a model overrides it where a batch is cheaper than its parts.</summary>
    /// <param name="counts">How many of the items each history is asked for, in turn.</param>
    /// <param name="items">As many item indices as the counts sum to.</param>
    /// <param name="predictions">One per item; overwritten.</param>
    void PredictBatch(
        ReadOnlySpan<UserHistory> histories,
        ReadOnlySpan<int> counts,
        ReadOnlySpan<int> items,
        Span<RatingPrediction> predictions
    )
    {
        int start = 0;
        for (int n = 0; n < histories.Length; n++)
        {
            Predict(histories[n], items.Slice(start, counts[n]), predictions.Slice(start, counts[n]));
            start += counts[n];
        }
    }
}

/// <param name="Mean">Expected rating in stars, within the scale.</param>
/// <param name="StandardDeviation">Spread in stars; null where the model has no uncertainty.</param>
public readonly record struct RatingPrediction(float Mean, float? StandardDeviation = null)
{
    /// <summary>
    /// How probably the rating would lie within one star of the mean, 0 to 1, if ratings scatter normally: erf(1 / (σ √2)).
    /// Null where the model has no uncertainty.
    /// </summary>
    public float? Confidence =>
        StandardDeviation switch
        {
            null => null,
            > 0 and float deviation => (float)(2 * NormalDistribution.Cumulative(1 / (double)deviation) - 1),
            _ => 1,
        };
}
