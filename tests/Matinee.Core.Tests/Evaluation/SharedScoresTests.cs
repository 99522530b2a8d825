using Matinee.Core.Evaluation;
using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Evaluation;

public class SharedScoresTests
{
    [Fact]
    public void SharedScores_TiesAndSeen_AreWhatEveryoneAloneWouldGet()
    {
        var random = new CounterRandom(42, 5);
        float[] scores = [.. Enumerable.Range(0, 300).Select(n => (float)random.Below(40, n))];
        var shared = new SharedScores(scores);
        for (int user = 0; user < 20; user++)
        {
            int[] Drawn(int share, int stream) =>
                [.. Enumerable.Range(0, 305).Where(n => new CounterRandom(user, stream).Below(share, n) == 0)];

            int[] seen = [.. Drawn(5, 1).Where(item => item < 300)];
            int[] relevant = Drawn(20, 2);
            var expected = new ScoredItem[25];
            var list = new ScoredItem[25];

            Assert.Equal(TopK.Select(scores, seen, expected), shared.Select(seen, list));
            Assert.Equal(expected, list);
            Assert.Equal(AreaUnderCurve.Of(scores, seen, relevant), shared.AreaUnderCurve(seen, relevant), 1e-12);
        }
    }

    [Fact]
    public void AreaUnderCurve_WorkedExample_CountsPairsInOrder() =>
        // As in AreaUnderCurveTests: (2 + 1) / (2 · 3).
        Assert.Equal(0.5, new SharedScores([0.9f, 0.8f, 0.5f, 0.4f, 0.1f]).AreaUnderCurve([], [1, 3]), 1e-12);
}
