using Matinee.Core.Evaluation;

namespace Matinee.Core.Tests.Evaluation;

public class HitMetricsTests
{
    [Fact]
    public void Ndcg_HitsAtOneAndThreeOfTwoRelevant_IsPointNineTwo()
    {
        // (1 + 1/log₂ 4) / (1 + 1/log₂ 3) = 1.5 / 1.63093 = 0.9197
        Assert.Equal(0.9197, HitMetrics.Ndcg([true, false, true], 3, 2), 0.00005);
    }

    [Fact]
    public void Ndcg_MoreRelevantThanK_TruncatesTheIdeal()
    {
        Assert.Equal(1, HitMetrics.Ndcg([true, true], 2, 50), 1e-12);
    }

    [Fact]
    public void Precision_ListShorterThanK_StillDividesByK()
    {
        Assert.Equal(0.2, HitMetrics.Precision([true, false], 5));
    }

    [Fact]
    public void Recall_TwoOfFourFound_IsHalf()
    {
        Assert.Equal(0.5, HitMetrics.Recall([true, false, true, false, true], 3, 4));
    }

    [Fact]
    public void AveragePrecision_HitsAtOneAndThree_AveragesThePrecisions()
    {
        // (1/1 + 2/3) / min(3, 2)
        Assert.Equal((1 + (2.0 / 3)) / 2, HitMetrics.AveragePrecision([true, false, true], 3, 2), 1e-12);
    }

    [Fact]
    public void AveragePrecision_MoreRelevantThanK_DividesByK()
    {
        Assert.Equal(1.0 / 3, HitMetrics.AveragePrecision([true, false, false, true], 3, 9), 1e-12);
    }

    [Theory]
    [InlineData(1, 1.0)]
    [InlineData(3, 1.0 / 3)]
    [InlineData(4, 0.0)]
    public void ReciprocalRank_FirstHitAtRank_IsItsInverseWithinK(int rank, double expected)
    {
        var hits = new bool[5];
        hits[rank - 1] = true;

        Assert.Equal(expected, HitMetrics.ReciprocalRank(hits, 3), 1e-12);
    }

    [Fact]
    public void Hits_BeyondK_DoNotCount()
    {
        Assert.Equal(1, HitMetrics.Hits([true, false, false, true], 3));
    }
}
