namespace Matinee.Core.Interactions.Splits;

/// <summary>The one order in time that every temporal split uses, total so that no split depends on file order.</summary>
internal static class Chronology
{
    /// <summary>Sorts positions of ratings by time; at equal times by user index, then item index.</summary>
    public static void Sort(Span<int> positions, RatingColumns ratings)
    {
        var times = new long[positions.Length];
        for (int n = 0; n < times.Length; n++)
        {
            times[n] = ratings.Timestamps[positions[n]];
        }

        // The sort by primitive keys is fast but unstable: runs of one time are put in order afterwards.
        times.AsSpan().Sort(positions);
        int[] users = ratings.Users;
        int[] items = ratings.Items;
        Comparison<int> byUserThenItem = (left, right) =>
            users[left] != users[right] ? users[left].CompareTo(users[right]) : items[left].CompareTo(items[right]);
        for (int start = 0, end; start < times.Length; start = end)
        {
            end = start + 1;
            while (end < times.Length && times[end] == times[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                positions[start..end].Sort(byUserThenItem);
            }
        }
    }
}
