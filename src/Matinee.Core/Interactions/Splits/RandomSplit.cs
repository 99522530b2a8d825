using Matinee.Core.Numerics;

namespace Matinee.Core.Interactions.Splits;

/// <summary>
/// A seeded shuffle of all n ratings: the first round(test · n) are the test part, the next round(validation · n) the
/// validation part. A user with two or more ratings who would be left without a training one takes back the one that
/// was dealt last, in exchange for the latest-dealt training rating of someone who has others: the counts stay exact.
/// </summary>
public static class RandomSplit
{
    private const long Stream = 0x53504C4954; // "SPLIT"

    public static SplitPart[] Assign(RatingColumns ratings, SplitFractions fractions, long seed)
    {
        fractions.Validate();
        int[] order = [.. Enumerable.Range(0, ratings.Count)];
        new CounterRandom(seed, Stream).Shuffle(order.AsSpan());
        int test = SplitFractions.CountOf(fractions.Test, order.Length);
        int validation = Math.Min(SplitFractions.CountOf(fractions.Validation, order.Length), order.Length - test);
        var parts = new SplitPart[ratings.Count];
        parts.Mark(order.AsSpan(0, test), SplitPart.Test);
        parts.Mark(order.AsSpan(test, validation), SplitPart.Validation);
        KeepOneForEveryUser(ratings.Users, order, heldOut: test + validation, parts);
        return parts;
    }

    private static void KeepOneForEveryUser(int[] users, int[] order, int heldOut, SplitPart[] parts)
    {
        int userCount = users.Length == 0 ? 0 : users.Max() + 1;
        var all = new int[userCount];
        var training = new int[userCount];
        for (int n = 0; n < users.Length; n++)
        {
            all[users[n]]++;
            training[users[n]] += parts[n] == SplitPart.Train ? 1 : 0;
        }

        int donor = order.Length - 1;
        for (int n = heldOut - 1; n >= 0; n--)
        {
            int user = users[order[n]];
            if (training[user] > 0 || all[user] < 2)
            {
                continue;
            }

            while (donor >= heldOut && training[users[order[donor]]] < 2)
            {
                donor--;
            }

            if (donor < heldOut)
            {
                return;
            }

            parts[order[donor]] = parts[order[n]];
            training[users[order[donor--]]]--;
            parts[order[n]] = SplitPart.Train;
            training[user]++;
        }
    }
}
