using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Numerics;

public class TopKTests
{
    private static readonly int[] Lengths = [0, 1, 2, 15, 16, 31, 32, 33, 64, 100, 1000, 5003, 9001];
    private static readonly int[] Counts = [1, 2, 3, 10, 40, 100, 6000];

    [Fact]
    public void Select_RandomScores_MatchesFullSort() => AssertMatchesFullSort((random, n) => (float)random.Normal(n));

    [Fact]
    public void Select_ManyTies_MatchesFullSort() => AssertMatchesFullSort((random, n) => random.Below(4, n));

    [Fact]
    public void Select_AllEqual_MatchesFullSort() => AssertMatchesFullSort((_, _) => 1);

    [Fact]
    public void Select_AscendingScores_MatchesFullSort() => AssertMatchesFullSort((_, n) => n);

    [Fact]
    public void Select_InfinitiesAndSignedZeros_MatchesFullSort() =>
        AssertMatchesFullSort(
            (random, n) => new[] { float.NegativeInfinity, -0f, 0f, float.PositiveInfinity }[random.Below(4, n)]
        );

    [Fact]
    public void Select_Ties_PutsTheLowerIndexFirst()
    {
        var best = new ScoredItem[3];

        int count = TopK.Select([1, 2, 2, 2, 2, 1], [2], best);

        Assert.Equal(3, count);
        Assert.Equal([new(1, 2), new(3, 2), new(4, 2)], best);
    }

    [Fact]
    public void Select_EverythingExcluded_FindsNothing() =>
        Assert.Equal(0, TopK.Select([1, 2, 3], [0, 1, 2], new ScoredItem[2]));

    [Fact]
    public void Select_NothingWanted_FindsNothing() => Assert.Equal(0, TopK.Select([1, 2, 3], [], []));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(70)]
    [InlineData(163)]
    [InlineData(199)]
    public void Select_NotANumber_Throws(int item)
    {
        foreach (VectorWidth width in Enum.GetValues<VectorWidth>())
        {
            var scores = new float[200];
            scores[item] = float.NaN;

            var error = Assert.Throws<ArgumentException>(() => TopK.Select(scores, [], new ScoredItem[2], width));

            Assert.Contains($"item {item} ", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Select_Always_AllocatesNothing()
    {
        float[] scores = Scores(1000, (random, n) => (float)random.Normal(n));
        var best = new ScoredItem[10];
        TopK.Select(scores, [3], best);

        long before = GC.GetAllocatedBytesForCurrentThread();
        TopK.Select(scores, [3], best);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void AssertMatchesFullSort(Func<CounterRandom, int, float> score)
    {
        foreach (int length in Lengths)
        {
            float[] scores = Scores(length, score);
            int[] excluded = [.. Enumerable.Range(0, length).Where(n => new CounterRandom(3, 4).Below(5, n) == 0)];
            foreach (int wanted in Counts)
            {
                AssertMatchesFullSort(scores, [], wanted);
                AssertMatchesFullSort(scores, excluded, wanted);
            }
        }
    }

    private static void AssertMatchesFullSort(float[] scores, int[] excluded, int wanted)
    {
        ScoredItem[] expected =
        [
            .. scores
                .Select((score, item) => new ScoredItem(item, score))
                .ExceptBy(excluded, scored => scored.Item)
                .OrderByDescending(scored => scored.Score)
                .ThenBy(scored => scored.Item)
                .Take(wanted),
        ];
        foreach (VectorWidth width in Enum.GetValues<VectorWidth>())
        {
            var best = new ScoredItem[wanted];
            int count = TopK.Select(scores, excluded, best, width);

            Assert.Equal(expected, best[..count]);
        }
    }

    private static float[] Scores(int length, Func<CounterRandom, int, float> score)
    {
        var random = new CounterRandom(3, length);
        return [.. Enumerable.Range(0, length).Select(n => score(random, n))];
    }
}
