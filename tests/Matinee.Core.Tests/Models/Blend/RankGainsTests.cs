using Matinee.Core.Evaluation;
using Matinee.Core.Models.Blend;
using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Models.Blend;

public class RankGainsTests
{
    private const int Precision = 12;

    // Of the first 3 ranks.
    private static readonly double[] Gains = [4, 2, 1];

    [Fact]
    public void Sum_HitsAtFirstAndThirdRank_AddsTheirGains()
    {
        // Ranked: place 3, place 0, place 2, place 1.
        Assert.Equal(4 + 1, RankGains.Sum([0.5f, 0.1f, 0.3f, 0.9f], [2, 3], Gains));
    }

    [Fact]
    public void Sum_EqualScores_RanksTheEarlierFirst()
    {
        Assert.Equal(4, RankGains.Sum([2, 2, 2], [0], Gains));
        Assert.Equal(2, RankGains.Sum([2, 2, 2], [1], Gains));
        Assert.Equal(1, RankGains.Sum([2, 2, 2], [2], Gains));
    }

    [Fact]
    public void Sum_RankPastTheGains_IsNothing()
    {
        Assert.Equal(1, RankGains.Sum([5, 4, 3, 2, 1], [2, 3, 4], Gains));
        Assert.Equal(0, RankGains.Sum([5, 4], [0, 1], []));
    }

    [Fact]
    public void Ndcg_TwoRelevantMovies_DividesByTheirIdeal()
    {
        double ideal = 1 + 1 / Math.Log2(3);

        double[] gains = RankGains.Ndcg(2, 10);

        Assert.Equal(10, gains.Length);
        Assert.Equal(1 / ideal, gains[0], Precision);
        Assert.Equal(0.5 / ideal, gains[2], Precision);
        Assert.Equal(1 / Math.Log2(11) / ideal, gains[9], Precision);
    }

    [Fact]
    public void Ndcg_TwoCutoffs_IsTheMeanOfBoth()
    {
        double ideal = 1 + 1 / Math.Log2(3);

        double[] gains = RankGains.Ndcg(2, 1, 2);

        Assert.Equal((1 + 1 / ideal) / 2, gains[0], Precision);
        Assert.Equal(1 / Math.Log2(3) / ideal / 2, gains[1], Precision);
    }

    [Fact]
    public void Ndcg_MoreRelevantThanTheCutoff_EndsAtTheCutoff()
    {
        Assert.Equal(RankGains.Ndcg(10, 10), RankGains.Ndcg(400, 10));
        Assert.All(RankGains.Ndcg(0, 10), gain => Assert.Equal(0, gain));
    }

    // Few distinct scores, so that most candidates are tied, and every length of a last incomplete block.
    [Fact]
    public void Sum_AnyLength_MatchesSorting()
    {
        for (int count = 1; count < 70; count++)
        {
            var random = new CounterRandom(count, 0);
            float[] scores = [.. Enumerable.Range(0, count).Select(n => (float)random.Below(12, n))];
            bool[] isRelevant = [.. Enumerable.Range(0, count).Select(n => random.Below(4, count + n) == 0)];
            int[] relevant = [.. Enumerable.Range(0, count).Where(n => isRelevant[n])];

            bool[] hits = [.. Enumerable.Range(0, count).OrderByDescending(n => scores[n]).Select(n => isRelevant[n])];

            Assert.Equal(
                HitMetrics.Ndcg(hits, 10, 12),
                RankGains.Sum(scores, relevant, RankGains.Ndcg(12, 10)),
                Precision
            );
        }
    }
}
