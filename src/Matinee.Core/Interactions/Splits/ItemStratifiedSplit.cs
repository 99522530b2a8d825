using Matinee.Core.Numerics;

namespace Matinee.Core.Interactions.Splits;

/// <summary>
/// Per movie, a seeded shuffle of its n ratings is cut at round((1 − test − validation) · n) and at round((1 − test) · n),
/// halves to even: training, validation, test. These are the counts of <c>python_stratified_split</c> with
/// <c>filter_by="item"</c> of recommenders-team/recommenders, so that published numbers compare. Users get no promise:
/// one whose every rating was drawn has none in training.
/// </summary>
public static class ItemStratifiedSplit
{
    private const long Stream = 0x5354524154; // "STRAT"

    public static SplitPart[] Assign(RatingColumns ratings, SplitFractions fractions, long seed)
    {
        fractions.Validate();
        // In decimal, 1 − 0.2 − 0.1 is the 0.7 a person means, not 0.7000000000000001, which rounds 10.5 the other way.
        double trainRatio = (double)(1 - (decimal)fractions.Test - (decimal)fractions.Validation);
        double knownRatio = (double)(1 - (decimal)fractions.Test);
        var random = new CounterRandom(seed, Stream);
        var parts = new SplitPart[ratings.Count];
        PositionGroups items = PositionGroups.By(ratings.Items);
        for (int item = 0; item < items.Count; item++)
        {
            Span<int> group = items[item];
            random.Shuffle(group, offset: items.Start(item));
            int train = SplitFractions.CountOf(trainRatio, group.Length);
            int known = Math.Max(train, SplitFractions.CountOf(knownRatio, group.Length));
            parts.Mark(group[train..known], SplitPart.Validation);
            parts.Mark(group[known..], SplitPart.Test);
        }

        return parts;
    }
}
