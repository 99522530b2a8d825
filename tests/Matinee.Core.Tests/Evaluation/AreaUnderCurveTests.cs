using Matinee.Core.Evaluation;
using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Evaluation;

public class AreaUnderCurveTests
{
    [Fact]
    public void Of_WorkedExample_CountsPairsInOrder()
    {
        // Relevant 0.8 beats all of 0.9, 0.5, 0.1 but the first; relevant 0.4 beats 0.1 alone: (2 + 1) / (2 · 3).
        Assert.Equal(0.5, AreaUnderCurve.Of([0.9f, 0.8f, 0.5f, 0.4f, 0.1f], [], [1, 3]), 1e-12);
    }

    [Fact]
    public void Of_Ties_CountHalf()
    {
        // Relevant item 0 ties with 1 and 2 and beats 3: (½ + ½ + 1) / 3.
        Assert.Equal(2.0 / 3, AreaUnderCurve.Of([1, 1, 1, 0], [], [0]), 1e-12);
    }

    [Fact]
    public void Of_SeenItems_AreNoOthers()
    {
        // Without the seen 0 and 4 the relevant 1 has one other below and none above.
        Assert.Equal(1, AreaUnderCurve.Of([9, 2, 1, 0, 8], [0, 3, 4], [1]));
        // Seen itself, a relevant item is not asked: only 2 is, below the other 1.
        Assert.Equal(0, AreaUnderCurve.Of([9, 5, 1], [0], [0, 2]));
    }

    [Fact]
    public void Of_RelevantBeyondTheScores_IsBelowEveryOther()
    {
        // Item 0 beats the two others, item 7 none: 2 / (2 · 2).
        Assert.Equal(0.5, AreaUnderCurve.Of([3, 2, 1], [], [0, 7]), 1e-12);
        // It ties with what a model puts at the bottom of all.
        Assert.Equal(0.5, AreaUnderCurve.Of([float.NegativeInfinity, float.NegativeInfinity], [], [7]), 1e-12);
    }

    [Fact]
    public void Of_SeenBeyondTheScores_ChangesNothing()
    {
        Assert.Equal(1, AreaUnderCurve.Of([2, 1], [5, 6], [0]));
    }

    [Fact]
    public void Of_NothingToCompare_IsAHalf()
    {
        Assert.Equal(0.5, AreaUnderCurve.Of([1, 2], [], []));
        Assert.Equal(0.5, AreaUnderCurve.Of([1, 2], [], [0, 1]));
        Assert.Equal(0.5, AreaUnderCurve.Of([1, 2], [0], [0]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(65)]
    [InlineData(301)]
    public void Of_RandomScores_MatchesPairByPair(int length)
    {
        for (int seed = 0; seed < 20; seed++)
        {
            var random = new CounterRandom(seed, length);
            // Few distinct scores, so that ties abound.
            float[] scores = [.. Enumerable.Range(0, length).Select(n => (float)random.Below(length / 2 + 1, n))];
            int[] kind = [.. Enumerable.Range(0, length + 4).Select(n => random.Below(5, 1000 + n))];
            int[] seen = [.. Enumerable.Range(0, length + 4).Where(n => kind[n] == 0)];
            // Some relevant items are seen as well, some are beyond the scores.
            int[] relevant =
            [
                .. Enumerable.Range(0, length + 4).Where(n => kind[n] == 1 || (kind[n] == 0 && n % 3 == 0)),
            ];

            Assert.Equal(PairByPair(scores, seen, relevant), AreaUnderCurve.Of(scores, seen, relevant), 1e-12);
        }
    }

    private static double PairByPair(float[] scores, int[] seen, int[] relevant)
    {
        double won = 0;
        int pairs = 0;
        foreach (int item in relevant.Except(seen))
        {
            float score = item < scores.Length ? scores[item] : float.NegativeInfinity;
            foreach (int other in Enumerable.Range(0, scores.Length).Except(seen).Except(relevant))
            {
                pairs++;
                won +=
                    score > scores[other] ? 1
                    : score == scores[other] ? 0.5
                    : 0;
            }
        }

        return pairs == 0 ? 0.5 : won / pairs;
    }
}
