using Matinee.Core.Interactions;

namespace Matinee.Core.Models.Blend;

/// <summary>
/// Every user's movies in the order rated, one user after the other, and where in it each movie stands. Movies rated at the
/// same second stand in the order of their index.
/// </summary>
internal sealed class RatingSequences
{
    /// <summary>Stands before the first user's movies, between users and after the last.</summary>
    public const int Border = -1;

    private readonly int[] items;
    private readonly int[] starts;
    private readonly int[] places;

    private RatingSequences(int[] items, int[] starts, int[] places)
    {
        this.items = items;
        this.starts = starts;
        this.places = places;
    }

    /// <summary>Item indices and <see cref="Border"/>s; length entries + users + 1.</summary>
    public ReadOnlySpan<int> Items => items;

    /// <summary>Where in <see cref="Items"/> the item stands, ascending.</summary>
    public ReadOnlySpan<int> Places(int item) => places.AsSpan(starts[item]..starts[item + 1]);

    public static RatingSequences Of(InteractionMatrix ratings, ParallelOptions parallel)
    {
        int[] items = Ordered(ratings, parallel);
        int[] counts = ratings.ColumnCounts();
        var starts = new int[counts.Length + 1];
        for (int item = 0; item < counts.Length; item++)
        {
            starts[item + 1] = starts[item] + counts[item];
        }

        var places = new int[ratings.EntryCount];
        int[] next = starts[..^1];
        for (int place = 0; place < items.Length; place++)
        {
            if (items[place] != Border)
            {
                places[next[items[place]]++] = place;
            }
        }

        return new RatingSequences(items, starts, places);
    }

    private static int[] Ordered(InteractionMatrix ratings, ParallelOptions parallel)
    {
        var items = new int[checked(ratings.EntryCount + ratings.RowCount + 1)];
        items[0] = Border;
        Parallel.For(
            0,
            ratings.RowCount,
            parallel,
            user =>
            {
                ReadOnlySpan<int> columns = ratings.RowColumns(user);
                ReadOnlySpan<long> timestamps = ratings.RowTimestamps(user);
                var keys = new (long Time, int Item)[columns.Length];
                for (int n = 0; n < keys.Length; n++)
                {
                    keys[n] = (timestamps[n], columns[n]);
                }

                Array.Sort(keys);
                int start = ratings.RowStarts[user] + user + 1;
                for (int n = 0; n < keys.Length; n++)
                {
                    items[start + n] = keys[n].Item;
                }

                items[start + keys.Length] = Border;
            }
        );
        return items;
    }
}
