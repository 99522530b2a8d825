using Matinee.Core.Interactions;
using Matinee.Core.Interactions.Splits;

namespace Matinee.Core.Evaluation;

/// <summary>
/// Whether a model may be told when a held-out rating is given. Where ratings were held out by lot, what is known of the
/// same evening tells about the others, and published figures use it; where the test lies in the future, nobody knows the day.
/// </summary>
public static class RatingTimes
{
    // By lot, nearly every held-out rating comes before a known one of the same user; by time, none does.
    private const double LeastShare = 0.75;

    private static readonly string[] ByLot =
    [
        SplitProtocol.Random.Name(),
        SplitProtocol.ItemStratified.Name(),
        KFoldSplit.Name,
    ];

    /// <param name="known">What models see of the users: users × items.</param>
    /// <param name="heldOut">Same rows.</param>
    public static bool MayBeTold(DatasetSplit split, InteractionMatrix known, InteractionMatrix heldOut) =>
        ByLot.Contains(split.Protocol)
        || (split.Protocol == DatasetSplit.GivenFiles && ShareBeforeKnown(known, heldOut) >= LeastShare);

    /// <summary>The share of held-out ratings that were given before a known one of the same user.</summary>
    internal static double ShareBeforeKnown(InteractionMatrix known, InteractionMatrix heldOut)
    {
        int before = 0;
        for (int user = 0; user < heldOut.RowCount; user++)
        {
            ReadOnlySpan<long> times = known.RowTimestamps(user);
            long last = times.IsEmpty ? long.MinValue : System.Numerics.Tensors.TensorPrimitives.Max(times);
            foreach (long time in heldOut.RowTimestamps(user))
            {
                before += time < last ? 1 : 0;
            }
        }

        return (double)before / Math.Max(1, heldOut.EntryCount);
    }
}
