using Matinee.Data.Raw;

namespace Matinee.Data.Preparation;

/// <summary>
/// Which users and movies have too few ratings: dropping a movie takes ratings from its users, so both minimums are
/// applied again and again. What is left, the k-core, does not depend on the order of dropping.
/// </summary>
internal sealed record RatingThresholds
{
    // As bits, so that a rating's fate is that of its user or its movie.
    private const byte Going = 1;
    private const byte Gone = 2;

    /// <summary>By user: whether all of their ratings go.</summary>
    public required bool[] DroppedUsers { get; init; }

    /// <summary>By item.</summary>
    public required bool[] DroppedItems { get; init; }

    /// <summary>Ratings that stay.</summary>
    public required int Left { get; init; }

    /// <summary>What each pass takes.</summary>
    public required IReadOnlyList<ThresholdPass> Passes { get; init; }

    /// <summary>Looks, and drops nothing; a pass is linear in the ratings.</summary>
    public static RatingThresholds Find(
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
        var users = new byte[userCount];
        var items = new byte[itemCount];
        int left = ratings.Count;
        while (true)
        {
            int usersGoing = Mark(perUser, minUserRatings, users);
            int moviesGoing = Mark(perItem, minMovieRatings, items);
            if (usersGoing + moviesGoing == 0)
            {
                return new RatingThresholds
                {
                    DroppedUsers = [.. users.Select(fate => fate != 0)],
                    DroppedItems = [.. items.Select(fate => fate != 0)],
                    Left = left,
                    Passes = passes,
                };
            }

            left -= Take(ratings, users, items, perUser, perItem);
            passes.Add(new ThresholdPass(usersGoing, moviesGoing, left));
            users.AsSpan().Replace(Going, Gone);
            items.AsSpan().Replace(Going, Gone);
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

    private static int Mark(int[] counts, int minimum, byte[] fates)
    {
        int marked = 0;
        for (int key = 0; key < counts.Length; key++)
        {
            if (counts[key] > 0 && counts[key] < minimum)
            {
                fates[key] = Going;
                marked++;
            }
        }

        return marked;
    }

    private static int Take(RatingTable ratings, byte[] userFates, byte[] itemFates, int[] perUser, int[] perItem)
    {
        ReadOnlySpan<int> users = ratings.Users;
        ReadOnlySpan<int> items = ratings.Items;
        int taken = 0;
        for (int n = 0; n < users.Length; n++)
        {
            if ((userFates[users[n]] | itemFates[items[n]]) == Going)
            {
                perUser[users[n]]--;
                perItem[items[n]]--;
                taken++;
            }
        }

        return taken;
    }
}
