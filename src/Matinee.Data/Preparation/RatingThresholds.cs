using Matinee.Data.Raw;

namespace Matinee.Data.Preparation;

/// <summary>
/// Drops users and movies with too few ratings until nobody has: dropping a movie takes ratings from its users, so both
/// minimums are applied again and again. What is left, the k-core, does not depend on the order of dropping.
/// </summary>
internal static class RatingThresholds
{
    /// <summary>Drops ratings in place and says what each pass took; a pass is linear in the ratings that are left.</summary>
    public static List<ThresholdPass> Apply(
        RatingTable ratings,
        int userCount,
        int itemCount,
        int minUserRatings,
        int minMovieRatings
    )
    {
        int[] perUser = Count(ratings.Users, userCount);
        int[] perItem = Count(ratings.Items, itemCount);
        var passes = new List<ThresholdPass>();
        var dropUser = new bool[userCount];
        var dropItem = new bool[itemCount];
        while (true)
        {
            int users = Mark(perUser, minUserRatings, dropUser);
            int movies = Mark(perItem, minMovieRatings, dropItem);
            if (users + movies == 0)
            {
                return passes;
            }

            Drop(ratings, dropUser, dropItem, perUser, perItem);
            passes.Add(new ThresholdPass(users, movies, ratings.Count));
        }
    }

    public static int[] Count(ReadOnlySpan<int> keys, int keyCount)
    {
        var counts = new int[keyCount];
        foreach (int key in keys)
        {
            counts[key]++;
        }

        return counts;
    }

    private static int Mark(int[] counts, int minimum, bool[] drop)
    {
        int marked = 0;
        for (int key = 0; key < counts.Length; key++)
        {
            drop[key] = counts[key] > 0 && counts[key] < minimum;
            marked += drop[key] ? 1 : 0;
        }

        return marked;
    }

    private static void Drop(RatingTable ratings, bool[] dropUser, bool[] dropItem, int[] perUser, int[] perItem)
    {
        Span<int> users = ratings.Users;
        Span<int> items = ratings.Items;
        int kept = 0;
        for (int n = 0; n < users.Length; n++)
        {
            if (dropUser[users[n]] || dropItem[items[n]])
            {
                perUser[users[n]]--;
                perItem[items[n]]--;
            }
            else
            {
                ratings.Move(n, kept++);
            }
        }

        ratings.Truncate(kept);
    }
}
