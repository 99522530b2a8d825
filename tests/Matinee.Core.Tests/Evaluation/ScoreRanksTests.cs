using Matinee.Core.Evaluation;
using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Evaluation;

public class ScoreRanksTests
{
    [Fact]
    public void Sum_OneTieAndOneAbove_MatchesTheHandWorkedCount()
    {
        // 1 is above nothing; 2 ties with one wanted score, so counts once; 3 is above it, so counts twice.
        Assert.Equal(3, ScoreRanks.Sum([2], [1, 2, 3]));
    }

    [Theory]
    [InlineData(1, 15)]
    [InlineData(1, 16)]
    [InlineData(30, 100)]
    [InlineData(31, 500)]
    [InlineData(32, 517)]
    [InlineData(100, 1000)]
    public void Sum_AnyLengths_EqualsOneByOne(int wantedCount, int scoreCount)
    {
        var random = new CounterRandom(42, 9);
        // Few different values, so that there are ties; both zeros; and one below everything, as uncovered movies have.
        float[] scores =
        [
            .. Enumerable
                .Range(0, scoreCount)
                .Select(n => n % 50 == 7 ? -0f : random.Below(40, n) - 20 + (n % 3 * 0.1f)),
        ];
        float[] wanted =
        [
            .. Enumerable
                .Range(0, wantedCount)
                .Select(n => n == 0 ? float.NegativeInfinity : scores[random.Below(scoreCount, 10_000 + n)])
                .Order(),
        ];

        long sum = ScoreRanks.Sum(wanted, scores);

        long slow = scores.Sum(score =>
            (long)wanted.Count(value => value < score) + wanted.Count(value => value <= score)
        );
        Assert.Equal(slow, sum);
        Assert.Equal(slow, ScoreRanks.SumOneByOne(wanted, scores));
    }
}
