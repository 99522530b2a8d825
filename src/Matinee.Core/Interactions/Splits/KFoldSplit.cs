using Matinee.Core.Numerics;

namespace Matinee.Core.Interactions.Splits;

/// <summary>
/// k-fold cross-validation over ratings: a seeded shuffle deals every rating to one of k folds of equal size (give or take
/// one); a fold is the test part once, the others are what is known.
/// </summary>
public static class KFoldSplit
{
    /// <summary>The protocol's name in manifests.</summary>
    public const string Name = "k-fold";

    private const long Stream = 0x4B464F4C44; // "KFOLD"

    /// <returns>Per rating, its fold: 0 to <paramref name="folds"/> − 1.</returns>
    public static int[] Deal(int ratingCount, int folds, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        int[] order = [.. Enumerable.Range(0, ratingCount)];
        new CounterRandom(seed, Stream).Shuffle(order.AsSpan());
        var dealt = new int[ratingCount];
        for (int n = 0; n < ratingCount; n++)
        {
            dealt[order[n]] = n % folds;
        }

        return dealt;
    }

    /// <summary>
    /// The parts of one fold. Validation is drawn by the same deal out of what is known, so it is random too:
    /// round(validation · n) of the n ratings.
    /// </summary>
    public static SplitPart[] Assign(ReadOnlySpan<int> dealt, int fold, double validation, long seed)
    {
        var parts = new SplitPart[dealt.Length];
        var known = new List<int>(dealt.Length);
        for (int n = 0; n < dealt.Length; n++)
        {
            if (dealt[n] == fold)
            {
                parts[n] = SplitPart.Test;
            }
            else
            {
                known.Add(n);
            }
        }

        int[] order = [.. known];
        new CounterRandom(seed, Stream + 1 + fold).Shuffle(order.AsSpan());
        int count = Math.Min(SplitFractions.CountOf(validation, dealt.Length), order.Length);
        parts.Mark(order.AsSpan(0, count), SplitPart.Validation);
        return parts;
    }
}
