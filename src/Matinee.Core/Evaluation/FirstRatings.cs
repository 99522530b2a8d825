using Matinee.Core.Interactions;

namespace Matinee.Core.Evaluation;

/// <summary>New people's first ratings in the order they were given.</summary>
public sealed class FirstRatings
{
    private readonly InteractionMatrix ratings;
    private readonly int[] places;

    /// <param name="ratings">All of them: users × items.</param>
    /// <param name="places">Per entry of the matrix, its place among the user's, from 0.</param>
    public FirstRatings(InteractionMatrix ratings, int[] places)
    {
        if (places.Length != ratings.EntryCount)
        {
            throw new ArgumentException("Each entry needs a place.", nameof(places));
        }

        this.ratings = ratings;
        this.places = places;
    }

    /// <param name="place">User and item index → place of that rating among the user's, from 0.</param>
    public FirstRatings(InteractionMatrix ratings, Func<int, int, int> place)
        : this(ratings, Places(ratings, place)) { }

    /// <summary>In order of time; at one time the lower item index is the earlier.</summary>
    public static FirstRatings ByTime(InteractionMatrix ratings)
    {
        var places = new int[ratings.EntryCount];
        for (int row = 0; row < ratings.RowCount; row++)
        {
            int start = ratings.RowStarts[row];
            long[] times = ratings.RowTimestamps(row).ToArray();
            // Items ascend within a row, and this sort is stable.
            foreach ((int place, int n) in Enumerable.Range(0, times.Length).OrderBy(n => times[n]).Index())
            {
                places[start + n] = place;
            }
        }

        return new FirstRatings(ratings, places);
    }

    public int MostGiven => places.Length == 0 ? 0 : places.Max() + 1;

    /// <summary>What is known after the first <paramref name="given"/> ratings of each.</summary>
    public InteractionMatrix Take(int given) => ratings.WhereEntry(entry => places[entry] < given);

    private static int[] Places(InteractionMatrix ratings, Func<int, int, int> place)
    {
        var places = new int[ratings.EntryCount];
        for (int row = 0; row < ratings.RowCount; row++)
        {
            for (int n = ratings.RowStarts[row]; n < ratings.RowStarts[row + 1]; n++)
            {
                places[n] = place(row, ratings.Columns[n]);
            }
        }

        return places;
    }
}
