using Matinee.Core.Interactions;
using Matinee.Core.Interactions.Splits;

namespace Matinee.Core.Tests.Interactions.Splits;

public class KFoldSplitTests
{
    [Theory]
    [InlineData(100, 5)]
    [InlineData(103, 5)]
    [InlineData(7, 3)]
    [InlineData(2, 2)]
    public void Assign_EveryFold_TestsEachRatingOnce(int count, int folds)
    {
        int[] dealt = KFoldSplit.Deal(count, folds, seed: 42);
        var tested = new int[count];
        var sizes = new List<int>();
        for (int fold = 0; fold < folds; fold++)
        {
            SplitPart[] parts = KFoldSplit.Assign(dealt, fold, validation: 0.1, seed: 42);
            sizes.Add(parts.Count(part => part == SplitPart.Test));
            for (int n = 0; n < count; n++)
            {
                tested[n] += parts[n] == SplitPart.Test ? 1 : 0;
            }
        }

        Assert.All(tested, times => Assert.Equal(1, times));
        Assert.InRange(sizes.Max() - sizes.Min(), 0, 1);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.1, 10)]
    [InlineData(0.155, 16)] // of 103: 15.965
    [InlineData(0.95, 82)] // no more than what the fold leaves
    public void Assign_Validation_IsExactlyTheRoundedShareOfAllAndNeverInTest(double validation, int expected)
    {
        int[] dealt = KFoldSplit.Deal(103, 5, seed: 1);

        SplitPart[] parts = KFoldSplit.Assign(dealt, fold: 2, validation, seed: 1);

        Assert.Equal(expected, parts.Count(part => part == SplitPart.Validation));
        Assert.Equal(dealt.Select(fold => fold == 2), parts.Select(part => part == SplitPart.Test));
    }

    [Fact]
    public void Assign_Folds_DrawTheirValidationApart()
    {
        int[] dealt = KFoldSplit.Deal(1000, 4, seed: 1);

        // Each fold leaves 750 known; a shuffle that they shared would draw the same places among those.
        string[] places =
        [
            .. Enumerable
                .Range(0, 4)
                .Select(fold => KFoldSplit.Assign(dealt, fold, 0.2, seed: 1))
                .Select(parts => string.Concat(parts.Where(part => part != SplitPart.Test).Select(part => (int)part))),
        ];

        Assert.Equal(4, places.Distinct().Count());
    }

    [Fact]
    public void Deal_SameSeed_IsTheSameAndOtherSeedIsNot()
    {
        int[] dealt = KFoldSplit.Deal(200, 5, seed: 7);

        Assert.Equal(dealt, KFoldSplit.Deal(200, 5, seed: 7));
        Assert.NotEqual(dealt, KFoldSplit.Deal(200, 5, seed: 8));
        Assert.NotEqual(dealt, Enumerable.Range(0, 200).Select(n => n % 5));
    }

    [Fact]
    public void Deal_OneFold_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => KFoldSplit.Deal(10, 1, seed: 1));
    }
}
