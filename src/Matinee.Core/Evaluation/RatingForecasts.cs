using Matinee.Core.Interactions;
using Matinee.Core.Models;

namespace Matinee.Core.Evaluation;

/// <summary>What a model says about the held-out entries, filled batch by batch; batches may be filled at once.</summary>
internal abstract class RatingForecasts(InteractionMatrix heldOut)
{
    private readonly float[] means = new float[heldOut.EntryCount];

    protected InteractionMatrix HeldOut => heldOut;

    /// <param name="start">First entry that the histories are asked for.</param>
    /// <param name="end">The entry after their last.</param>
    public abstract void Predict(UserHistory[] histories, int[] counts, int start, int end);

    /// <param name="users">User index per entry.</param>
    /// <param name="known">Every history.</param>
    public virtual RatingResult Result(int[] users, InteractionMatrix known) =>
        new(users, heldOut.Columns.ToArray(), heldOut.Values.ToArray(), means);

    protected void Keep(RatingPrediction[] predictions, int start) => KeepMeans(predictions, means, start);

    protected static void KeepMeans(RatingPrediction[] predictions, float[] kept, int start)
    {
        for (int n = 0; n < predictions.Length; n++)
        {
            kept[start + n] = predictions[n].Mean;
        }
    }
}

/// <summary>Of a model that predicts stars.</summary>
internal sealed class MeanForecasts(IRatingPredictor predictor, InteractionMatrix heldOut) : RatingForecasts(heldOut)
{
    public override void Predict(UserHistory[] histories, int[] counts, int start, int end)
    {
        var predictions = new RatingPrediction[end - start];
        predictor.PredictBatch(histories, counts, HeldOut.Columns[start..end], predictions);
        Keep(predictions, start);
    }
}

/// <summary>Of a model that predicts how likely each level is: without the times, and where it may be told, with them.</summary>
internal sealed class DistributionForecasts(
    IRatingDistributionPredictor predictor,
    InteractionMatrix heldOut,
    bool tellTimes
) : RatingForecasts(heldOut)
{
    private readonly float[] levels = [.. predictor.Levels];
    private readonly float[] probabilities = new float[checked(heldOut.EntryCount * predictor.Levels.Count)];
    private readonly float[] deviations = new float[heldOut.EntryCount];
    private readonly float[]? timed = tellTimes ? new float[heldOut.EntryCount] : null;

    public override void Predict(UserHistory[] histories, int[] counts, int start, int end)
    {
        ReadOnlySpan<int> items = HeldOut.Columns[start..end];
        var predictions = new RatingPrediction[items.Length];
        Span<float> rows = probabilities.AsSpan(start * levels.Length, items.Length * levels.Length);
        predictor.PredictDistributions(histories, counts, items, [], predictions, rows);
        Keep(predictions, start);
        for (int n = 0; n < predictions.Length; n++)
        {
            deviations[start + n] =
                predictions[n].StandardDeviation ?? Deviation(rows.Slice(n * levels.Length, levels.Length));
        }

        if (timed is not null)
        {
            // Its probabilities are not reported and not kept.
            var unused = new float[rows.Length];
            predictor.PredictDistributions(
                histories,
                counts,
                items,
                HeldOut.Timestamps[start..end],
                predictions,
                unused
            );
            KeepMeans(predictions, timed, start);
        }
    }

    public override RatingResult Result(int[] users, InteractionMatrix known) =>
        base.Result(users, known) with
        {
            Distributions = new RatingDistributions(
                levels,
                RatingDistributions.SharesOf(levels, known.Values),
                probabilities,
                deviations
            ),
            TimedPredictions = timed,
        };

    private float Deviation(ReadOnlySpan<float> row)
    {
        double mean = 0;
        double square = 0;
        for (int level = 0; level < row.Length; level++)
        {
            mean += row[level] * (double)levels[level];
            square += row[level] * (double)levels[level] * levels[level];
        }

        return (float)Math.Sqrt(Math.Max(0, square - (mean * mean)));
    }
}
