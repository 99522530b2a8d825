using Matinee.Data.Raw;

namespace Matinee.Data.Preparation;

/// <summary>Puts ratings in order of user index, then item index; equal pairs stay in the order they came in.</summary>
internal static class RatingOrder
{
    public static void Sort(RatingTable ratings, int userCount, int itemCount)
    {
        if (IsSorted(ratings))
        {
            return;
        }

        // Two stable counting sorts, the less significant key first: linear, and no comparison per rating.
        int[] byItem = StableSort(ratings.Items, [.. Enumerable.Range(0, ratings.Count)], itemCount);
        ratings.Reorder(StableSort(ratings.Users, byItem, userCount));
    }

    private static bool IsSorted(RatingTable ratings)
    {
        Span<int> users = ratings.Users;
        Span<int> items = ratings.Items;
        for (int n = 1; n < users.Length; n++)
        {
            if (users[n] < users[n - 1] || (users[n] == users[n - 1] && items[n] < items[n - 1]))
            {
                return false;
            }
        }

        return true;
    }

    private static int[] StableSort(ReadOnlySpan<int> keys, int[] order, int keyCount)
    {
        var next = new int[keyCount + 1];
        foreach (int key in keys)
        {
            next[key + 1]++;
        }

        for (int key = 0; key < keyCount; key++)
        {
            next[key + 1] += next[key];
        }

        var sorted = new int[order.Length];
        foreach (int position in order)
        {
            sorted[next[keys[position]]++] = position;
        }

        return sorted;
    }
}
