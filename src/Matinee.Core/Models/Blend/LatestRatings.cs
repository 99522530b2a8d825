using Matinee.Core.Interactions;

namespace Matinee.Core.Models.Blend;

/// <summary>A history's last few ratings: the latest first, and of those at the same second the highest item index first.</summary>
internal static class LatestRatings
{
    /// <summary>Finds the places of the latest ratings among the history's entries, of the items that a model covers.</summary>
    /// <param name="places">As long as the number of ratings wanted.</param>
    /// <returns>The number of places written: fewer than wanted only if there are no more.</returns>
    public static int Select(UserHistory history, int itemCount, Span<int> places)
    {
        ReadOnlySpan<int> items = history.Items;
        ReadOnlySpan<long> timestamps = history.Timestamps;
        int count = 0;

        // Items ascend: a later entry of the same second goes before the ones found.
        for (int entry = 0; entry < items.Length && items[entry] < itemCount; entry++)
        {
            int at = count;
            while (at > 0 && timestamps[entry] >= timestamps[places[at - 1]])
            {
                at--;
            }

            if (at == places.Length)
            {
                continue;
            }

            count = Math.Min(count + 1, places.Length);
            places[at..(count - 1)].CopyTo(places[(at + 1)..]);
            places[at] = entry;
        }

        return count;
    }
}
