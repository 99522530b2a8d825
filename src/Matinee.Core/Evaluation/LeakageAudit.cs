using Matinee.Core.Interactions;

namespace Matinee.Core.Evaluation;

/// <summary>
/// What of the held-out part could have reached the model through the split itself. Nothing here is a fault of the model;
/// a random split, for one, always lets it learn from the days after the test ratings.
/// </summary>
/// <param name="KnownRatings">Ratings that the model learned from or sees as histories.</param>
/// <param name="HeldOutRatings">Ratings to be found or predicted.</param>
/// <param name="PairsInBoth">Held-out pairs of user and movie that are known too; anything but 0 is a broken split.</param>
/// <param name="KnownAfterOwnTest">Known ratings of test users, later than the earliest held-out one of the same user.</param>
/// <param name="UsersKnownAfterOwnTest">Users with such ratings.</param>
/// <param name="KnownAfterFirstTest">Known ratings later than the earliest held-out one of anybody.</param>
/// <param name="UnseenMovies">Held-out movies without a known rating: no collaborative model can find them.</param>
/// <param name="UnseenMovieRatings">Held-out ratings of those.</param>
/// <param name="UsersWithoutHistory">Test users of whom nothing is known.</param>
/// <param name="TaggedByRaters">
/// Held-out ratings whose user tagged the movie: a model that reads tags may learn from the tag who watched it. Null where
/// nobody looked.
/// </param>
public sealed record LeakageAudit(
    int KnownRatings,
    int HeldOutRatings,
    int PairsInBoth,
    int KnownAfterOwnTest,
    int UsersKnownAfterOwnTest,
    int KnownAfterFirstTest,
    int UnseenMovies,
    int UnseenMovieRatings,
    int UsersWithoutHistory,
    int? TaggedByRaters
)
{
    public static LeakageAudit Of(RankingTask task, InteractionMatrix heldOut, TagPairs? taggers)
    {
        HashSet<int> trained = [.. task.Training.Columns];
        long first = Earliest(heldOut.Timestamps);
        int both = 0;
        int afterOwn = 0;
        int usersAfterOwn = 0;
        int unseenRatings = 0;
        int strangers = 0;
        int tagged = 0;
        var unseen = new HashSet<int>();
        for (int user = 0; user < heldOut.RowCount; user++)
        {
            ReadOnlySpan<int> items = heldOut.RowColumns(user);
            if (items.IsEmpty)
            {
                continue;
            }

            long own = Earliest(heldOut.RowTimestamps(user));
            int later = CountAfter(task.Histories.RowTimestamps(user), own);
            afterOwn += later;
            usersAfterOwn += later > 0 ? 1 : 0;
            strangers += task.Histories.RowLength(user) == 0 ? 1 : 0;
            foreach (int item in items)
            {
                both += task.Histories.RowColumns(user).BinarySearch(item) >= 0 ? 1 : 0;
                tagged += taggers?.Contains(user, item) == true ? 1 : 0;
                if (!trained.Contains(item))
                {
                    unseenRatings++;
                    unseen.Add(item);
                }
            }
        }

        return new LeakageAudit(
            task.Training.EntryCount,
            heldOut.EntryCount,
            both,
            afterOwn,
            usersAfterOwn,
            CountAfter(task.Training.Timestamps, first),
            unseen.Count,
            unseenRatings,
            strangers,
            taggers is null ? null : tagged
        );
    }

    private static long Earliest(ReadOnlySpan<long> times) =>
        times.IsEmpty ? long.MaxValue : System.Numerics.Tensors.TensorPrimitives.Min(times);

    private static int CountAfter(ReadOnlySpan<long> times, long limit)
    {
        int count = 0;
        foreach (long time in times)
        {
            count += time > limit ? 1 : 0;
        }

        return count;
    }
}
