using Matinee.Core.Numerics;

namespace Matinee.Core.Interactions.Splits;

/// <summary>
/// A seeded shuffle of the users with more than <see cref="SupportRatings"/> ratings: the first round(test · u) of all u
/// users are new people. Their earliest ratings are the support part, which nobody learns from; what they rated
/// afterwards is the test part. The others' ratings are split by <see cref="UserTemporalSplit"/>, without a test part.
/// </summary>
public static class ColdUserSplit
{
    /// <summary>How many ratings a new person has given when their list is made.</summary>
    public const int SupportRatings = 10;

    private const long Stream = 0x434F4C4455; // "COLDU"

    public static SplitPart[] Assign(RatingColumns ratings, SplitFractions fractions, long seed)
    {
        fractions.Validate();
        PositionGroups users = PositionGroups.By(ratings.Users);
        int[] order = [.. Enumerable.Range(0, users.Count).Where(user => users[user].Length > SupportRatings)];
        new CounterRandom(seed, Stream).Shuffle(order.AsSpan());
        int cold = Math.Min(SplitFractions.CountOf(fractions.Test, users.Count), order.Length);

        // The share of what is left that makes the same number of ratings.
        double share = Math.Min(fractions.Validation / (1 - fractions.Test), 0.5);
        SplitPart[] parts = UserTemporalSplit.Assign(ratings, new SplitFractions(0, share));
        for (int n = 0; n < cold; n++)
        {
            Span<int> history = users[order[n]];
            Chronology.Sort(history, ratings);
            parts.Mark(history[..SupportRatings], SplitPart.Support);
            parts.Mark(history[SupportRatings..], SplitPart.Test);
        }

        return parts;
    }
}
