using Matinee.Core.Interactions;

namespace Matinee.Core.Models.Blend;

/// <summary>
/// Counts which items stand after, and before, one another in people's orders, nearer ones more. Linear in the ratings: each
/// looks at <see cref="Reach"/> others per direction, and the sums of one item at a time are held dense.
/// </summary>
internal static class OrderCounter
{
    /// <summary>The greatest distance in a user's order that counts.</summary>
    public const int Reach = 10;

    private const int ItemsPerTask = 64;

    // The least common multiple of 1 to 10: 1/d is a whole number of these parts, so sums are exact, and ties are ties.
    private const int Parts = 2520;

    public static (NeighborLists Forward, NeighborLists Backward) Count(
        InteractionMatrix ratings,
        int neighbors,
        TrainingContext context
    )
    {
        RatingSequences sequences = RatingSequences.Of(ratings, context.Parallel);
        int items = ratings.ColumnCount;
        var columns = (Forward: new int[items][], Backward: new int[items][]);
        var weights = (Forward: new float[items][], Backward: new float[items][]);
        int done = 0;
        Parallel.For(
            0,
            (items + ItemsPerTask - 1) / ItemsPerTask,
            context.Parallel,
            () => new OrderSums(items, neighbors, Parts),
            (task, _, sums) =>
            {
                int end = Math.Min(items, (task + 1) * ItemsPerTask);
                for (int item = task * ItemsPerTask; item < end; item++)
                {
                    Add(sequences, item, 1, sums);
                    (columns.Forward[item], weights.Forward[item]) = sums.TakeHeaviest();
                    Add(sequences, item, -1, sums);
                    (columns.Backward[item], weights.Backward[item]) = sums.TakeHeaviest();
                }

                int soFar = Interlocked.Add(ref done, end - (task * ItemsPerTask));
                context.Report("counting what is rated after what", (double)soFar / items);
                return sums;
            },
            _ => { }
        );
        return (
            NeighborLists.Join(columns.Forward, weights.Forward),
            NeighborLists.Join(columns.Backward, weights.Backward)
        );
    }

    private static void Add(RatingSequences sequences, int item, int direction, OrderSums sums)
    {
        ReadOnlySpan<int> order = sequences.Items;
        foreach (int place in sequences.Places(item))
        {
            for (int distance = 1; distance <= Reach; distance++)
            {
                int other = order[place + (direction * distance)];
                if (other == RatingSequences.Border)
                {
                    break;
                }

                sums.Add(other, Parts / distance);
            }
        }
    }
}
