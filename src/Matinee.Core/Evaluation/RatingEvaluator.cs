using Matinee.Core.Interactions;
using Matinee.Core.Models;

namespace Matinee.Core.Evaluation;

/// <summary>Predicts every held-out rating from its user's history.</summary>
public static class RatingEvaluator
{
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
        Parallel.For(
            0,
            heldOut.RowCount,
            new ParallelOptions { CancellationToken = cancellation },
            user =>
            {
                int start = heldOut.RowStarts[user];
                ReadOnlySpan<int> items = heldOut.RowColumns(user);
                var predictions = new RatingPrediction[items.Length];
                predictor.Predict(histories.History(new UserIndex(user)), items, predictions);
                for (int n = 0; n < items.Length; n++)
                {
                    users[start + n] = user;
                    predicted[start + n] = predictions[n].Mean;
                }
            }
        );
        return new RatingResult(users, heldOut.Columns.ToArray(), heldOut.Values.ToArray(), predicted);
    }
}
