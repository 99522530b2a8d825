using Matinee.Core.Evaluation;
using Matinee.Core.Models.Blend;
using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Models.Blend;

public class TopTenTests
{
    private const int Precision = 12;

    [Fact]
    public void Gain_HitsAtFirstAndThirdRank_AddsTheirDiscounts()
    {
        // Ranked: place 3, place 0, place 2, place 1.
        Assert.Equal(1 + 0.5, TopTen.Gain([0.5f, 0.1f, 0.3f, 0.9f], [2, 3]), Precision);
    }

    [Fact]
    public void Gain_EqualScores_RanksTheEarlierFirst()
    {
        Assert.Equal(1, TopTen.Gain([2, 2, 2], [0]), Precision);
        Assert.Equal(1 / Math.Log2(3), TopTen.Gain([2, 2, 2], [1]), Precision);
        Assert.Equal(0.5, TopTen.Gain([2, 2, 2], [2]), Precision);
    }

    [Fact]
    public void Gain_EleventhRank_IsNothing()
    {
        float[] scores = [.. Enumerable.Range(0, 12).Select(n => -(float)n)];

        Assert.Equal(1 / Math.Log2(11), TopTen.Gain(scores, [9, 10, 11]), Precision);
    }

    [Fact]
    public void Ideal_FewerRelevantThanTen_EndsWithThem()
    {
        Assert.Equal(0, TopTen.Ideal(0));
        Assert.Equal(1 + 1 / Math.Log2(3), TopTen.Ideal(2), Precision);
        Assert.Equal(TopTen.Ideal(10), TopTen.Ideal(400));
    }

    // Few distinct scores, so that most candidates are tied, and every length of a last incomplete block.
    [Fact]
    public void Gain_AnyLength_MatchesSorting()
    {
        for (int count = 1; count < 70; count++)
        {
            var random = new CounterRandom(count, 0);
            float[] scores = [.. Enumerable.Range(0, count).Select(n => (float)random.Below(12, n))];
            bool[] isRelevant = [.. Enumerable.Range(0, count).Select(n => random.Below(4, count + n) == 0)];
            int[] relevant = [.. Enumerable.Range(0, count).Where(n => isRelevant[n])];

            bool[] hits = [.. Enumerable.Range(0, count).OrderByDescending(n => scores[n]).Select(n => isRelevant[n])];
            double sorted = HitMetrics.Ndcg(hits, 10, 10) * TopTen.Ideal(10);

            Assert.Equal(sorted, TopTen.Gain(scores, relevant), Precision);
        }
    }
}
