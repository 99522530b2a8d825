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
    /// <param name="tellTimes">
    /// Whether a model that can use it is asked a second time, knowing when the ratings are given (<see cref="RatingTimes"/>).
    /// </param>
    public static RatingResult Evaluate(
        IRatingPredictor predictor,
        InteractionMatrix histories,
        InteractionMatrix heldOut,
        bool tellTimes = false,
        CancellationToken cancellation = default
    )
    {
        var users = new int[heldOut.EntryCount];
        RatingForecasts forecasts = predictor is IRatingDistributionPredictor distributions
            ? new DistributionForecasts(distributions, heldOut, tellTimes)
            : new MeanForecasts(predictor, heldOut);
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
                forecasts.Predict(batchHistories, counts, start, end);
                foreach (int user in few)
                {
                    users.AsSpan(heldOut.RowStarts[user], heldOut.RowLength(user)).Fill(user);
                }
            }
        );
        return forecasts.Result(users, histories);
    }
}
