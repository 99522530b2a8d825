using Matinee.Core.Interactions;

namespace Matinee.Core.Tests.Evaluation;

/// <summary>Small matrices written row by row.</summary>
internal static class Matrices
{
    /// <param name="rows">Per user, the items in ascending order; all rated 4 at time 0.</param>
    public static InteractionMatrix Of(int items, params int[][] rows) =>
        Timed(items, [.. rows.Select(row => row.Select(item => (item, 0L)).ToArray())]);

    /// <param name="rows">Per user, items in ascending order with their times; all rated 4.</param>
    public static InteractionMatrix Timed(int items, params (int Item, long Time)[][] rows)
    {
        int[] starts = [0, .. rows.Select((_, n) => rows.Take(n + 1).Sum(row => row.Length))];
        (int Item, long Time)[] entries = [.. rows.SelectMany(row => row)];
        return new InteractionMatrix(
            starts,
            [.. entries.Select(entry => entry.Item)],
            [.. entries.Select(_ => 4f)],
            [.. entries.Select(entry => entry.Time)],
            items
        );
    }
}
