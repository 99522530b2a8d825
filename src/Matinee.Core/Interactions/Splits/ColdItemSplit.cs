using Matinee.Core.Numerics;

namespace Matinee.Core.Interactions.Splits;

/// <summary>
/// A seeded shuffle of the m rated movies: every rating of the first round(test · m) is in the test part, every rating of
/// the next round(validation · m) in the validation part, so that nothing is known of those movies but what they say
/// about themselves.
/// </summary>
public static class ColdItemSplit
{
    private const long Stream = 0x434F4C4449; // "COLDI"

    public static SplitPart[] Assign(RatingColumns ratings, SplitFractions fractions, long seed)
    {
        fractions.Validate();
        PositionGroups items = PositionGroups.By(ratings.Items);
        int[] order = [.. Enumerable.Range(0, items.Count).Where(item => !items[item].IsEmpty)];
        new CounterRandom(seed, Stream).Shuffle(order.AsSpan());
        int test = SplitFractions.CountOf(fractions.Test, order.Length);
        int validation = Math.Min(SplitFractions.CountOf(fractions.Validation, order.Length), order.Length - test);
        var parts = new SplitPart[ratings.Count];
        for (int n = 0; n < test + validation; n++)
        {
            parts.Mark(items[order[n]], n < test ? SplitPart.Test : SplitPart.Validation);
        }

        return parts;
    }
}
