namespace Matinee.Core.Interactions.Splits;

/// <summary>
/// The latest round(test · n) of all n ratings are the test part, the round(validation · n) before them the validation
/// part; ratings at one time are ordered by user index, then item index. Nothing in training is later than anything
/// held out, so a user who came late has no training rating: keeping one would show the model the future.
/// </summary>
public static class GlobalTemporalSplit
{
    public static SplitPart[] Assign(RatingColumns ratings, SplitFractions fractions)
    {
        fractions.Validate();
        int[] order = [.. Enumerable.Range(0, ratings.Count)];
        Chronology.Sort(order, ratings);
        int test = SplitFractions.CountOf(fractions.Test, order.Length);
        int validation = Math.Min(SplitFractions.CountOf(fractions.Validation, order.Length), order.Length - test);
        var parts = new SplitPart[ratings.Count];
        parts.Mark(order.AsSpan()[^test..], SplitPart.Test);
        parts.Mark(order.AsSpan()[^(test + validation)..^test], SplitPart.Validation);
        return parts;
    }
}
