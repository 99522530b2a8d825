using System.Buffers;
using Matinee.Core.Interactions;

namespace Matinee.Core.Models.Blend;

/// <summary>
/// The stars that a person would give, in deviations from the mean of the movies in question. Costly, so only of movies that
/// stand high without it.
/// </summary>
internal sealed class StarsFeature(IRatingPredictor rater)
{
    public const string Name = "stars";

    /// <param name="items">The movies in question; those that the model does not cover get 0.</param>
    /// <param name="values">One per item; overwritten.</param>
    public void Compute(UserHistory history, ReadOnlySpan<int> items, Span<float> values)
    {
        int[] covered = ArrayPool<int>.Shared.Rent(items.Length);
        RatingPrediction[] predictions = ArrayPool<RatingPrediction>.Shared.Rent(items.Length);
        int count = 0;
        foreach (int item in items)
        {
            if (item < rater.ItemCount)
            {
                covered[count++] = item;
            }
        }

        rater.Predict(history.Covered(rater.ItemCount), covered.AsSpan(0, count), predictions.AsSpan(0, count));
        double sum = 0;
        double squares = 0;
        for (int n = 0; n < count; n++)
        {
            double stars = predictions[n].Mean;
            sum += stars;
            squares += stars * stars;
        }

        double mean = sum / Math.Max(1, count);
        double deviation = Math.Sqrt(Math.Max(0, (squares / Math.Max(1, count)) - (mean * mean)));
        int next = 0;
        for (int n = 0; n < items.Length; n++)
        {
            bool known = items[n] < rater.ItemCount;
            double distance = known ? predictions[next++].Mean - mean : 0;
            values[n] = deviation > 1e-6 ? (float)Math.Asinh(distance / deviation) : 0;
        }

        ArrayPool<RatingPrediction>.Shared.Return(predictions);
        ArrayPool<int>.Shared.Return(covered);
    }
}
