using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Models.Blend;

/// <summary>Ratings at random moments, many at the same one; low item indices have more.</summary>
internal static class RandomRatings
{
    public static InteractionMatrix Create(int users, int items, int perUser, int moments, long secondsPerMoment)
    {
        var random = new CounterRandom(seed: 7, stream: 1);
        int[] starts = [.. Enumerable.Range(0, users + 1).Select(user => user * perUser)];
        var columns = new List<int>();
        for (int user = 0; user < users; user++)
        {
            int[] order = [.. Enumerable.Range(0, items)];
            random.Shuffle<int>(order, (long)user * items);
            columns.AddRange(
                order.OrderBy(item => item + (items * Array.IndexOf(order, item) / perUser)).Take(perUser).Order()
            );
        }

        long[] timestamps =
        [
            .. columns.Select((_, n) => 1_000_000_000 + (secondsPerMoment * random.Below(moments, 10_000_000 + n))),
        ];
        return new InteractionMatrix(starts, [.. columns], new float[columns.Count], timestamps, items);
    }
}
