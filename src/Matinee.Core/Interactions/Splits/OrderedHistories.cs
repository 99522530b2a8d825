using System.Buffers;
using System.Numerics;

namespace Matinee.Core.Interactions.Splits;

/// <summary>
/// Histories of ratings that stand in order of user and item, as a dataset's do. Time and place of a rating fit into one
/// number, whose order is <see cref="Chronology"/>'s: no position is sorted beside its time, and no user waits for another.
/// </summary>
internal static class OrderedHistories
{
    /// <summary>What to do with the positions of one user's ratings, the earliest first.</summary>
    public delegate void Visitor(ReadOnlySpan<int> history);

    /// <summary>Whether <see cref="ForEach"/> can be used.</summary>
    public static bool AreIn(RatingColumns ratings)
    {
        ReadOnlySpan<int> users = ratings.Users;
        ReadOnlySpan<int> items = ratings.Items;
        for (int n = 1; n < users.Length; n++)
        {
            if (users[n] < users[n - 1] || (users[n] == users[n - 1] && items[n] < items[n - 1]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Visits every user who has ratings, several at once.</summary>
    public static void ForEach(RatingColumns ratings, Visitor visit)
    {
        int[] starts = Starts(ratings.Users);
        Parallel.For(
            0,
            starts.Length - 1,
            user =>
            {
                int start = starts[user];
                int length = starts[user + 1] - start;
                if (length == 0)
                {
                    return;
                }

                int[] rented = ArrayPool<int>.Shared.Rent(length);
                Span<int> history = rented.AsSpan(0, length);
                Sort(ratings, start, history);
                visit(history);
                ArrayPool<int>.Shared.Return(rented);
            }
        );
    }

    private static void Sort(RatingColumns ratings, int start, Span<int> history)
    {
        ReadOnlySpan<long> times = ratings.Timestamps.AsSpan(start, history.Length);
        long earliest = times[0];
        long latest = times[0];
        foreach (long time in times)
        {
            earliest = Math.Min(earliest, time);
            latest = Math.Max(latest, time);
        }

        int bits = BitOperations.Log2((uint)history.Length) + 1;
        if ((ulong)(latest - earliest) >> (64 - bits) != 0)
        {
            for (int n = 0; n < history.Length; n++)
            {
                history[n] = start + n;
            }

            Chronology.Sort(history, ratings);
            return;
        }

        ulong[] rented = ArrayPool<ulong>.Shared.Rent(history.Length);
        Span<ulong> keys = rented.AsSpan(0, history.Length);
        for (int n = 0; n < keys.Length; n++)
        {
            keys[n] = ((ulong)(times[n] - earliest) << bits) | (uint)n;
        }

        keys.Sort();
        ulong place = (1UL << bits) - 1;
        for (int n = 0; n < keys.Length; n++)
        {
            history[n] = start + (int)(keys[n] & place);
        }

        ArrayPool<ulong>.Shared.Return(rented);
    }

    private static int[] Starts(ReadOnlySpan<int> users)
    {
        var starts = new int[users.IsEmpty ? 1 : users[^1] + 2];
        foreach (int user in users)
        {
            starts[user + 1]++;
        }

        for (int user = 1; user < starts.Length; user++)
        {
            starts[user] += starts[user - 1];
        }

        return starts;
    }
}
