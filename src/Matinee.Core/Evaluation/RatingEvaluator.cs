using Matinee.Core.Interactions;
using Matinee.Core.Models;

namespace Matinee.Core.Evaluation;

/// <summary>Predicts every held-out rating from its user's history.</summary>
public static class RatingEvaluator
{
    // Enough to keep a GPU busy.
    private const int LargestBatch = 128;

    /// <param name="histories">What models see: users × items.</param>
    /// <param name="heldOut">The ratings to predict, same shape.</param>
    public static RatingResult Evaluate(
        IRatingPredictor predictor,
        InteractionMatrix histories,
        InteractionMatrix heldOut,
        CancellationToken cancellation = default
    )
    {
        var users = new int[heldOut.EntryCount];
        var predicted = new float[heldOut.EntryCount];
        int[] asked = [.. Enumerable.Range(0, heldOut.RowCount).Where(user => heldOut.RowLength(user) > 0)];
        // Small sets still use every core.
        int share = (asked.Length + Environment.ProcessorCount - 1) / Environment.ProcessorCount;
        int batch = Math.Clamp(share, 1, LargestBatch);
        Parallel.For(
            0,
            (asked.Length + batch - 1) / batch,
            new ParallelOptions { CancellationToken = cancellation },
            number =>
            {
                int[] few = asked[(number * batch)..Math.Min(asked.Length, (number + 1) * batch)];
                // Whoever stands between them is asked for nothing, so their entries lie together.
                int start = heldOut.RowStarts[few[0]];
                int end = heldOut.RowStarts[few[^1] + 1];
                UserHistory[] batchHistories = [.. few.Select(user => histories.History(new UserIndex(user)))];
                int[] counts = [.. few.Select(heldOut.RowLength)];
                var predictions = new RatingPrediction[end - start];
                predictor.PredictBatch(batchHistories, counts, heldOut.Columns[start..end], predictions);
                foreach (int user in few)
                {
                    users.AsSpan(heldOut.RowStarts[user], heldOut.RowLength(user)).Fill(user);
                }

                for (int n = 0; n < predictions.Length; n++)
                {
                    predicted[start + n] = predictions[n].Mean;
                }
            }
        );
        return new RatingResult(users, heldOut.Columns.ToArray(), heldOut.Values.ToArray(), predicted);
    }
}
