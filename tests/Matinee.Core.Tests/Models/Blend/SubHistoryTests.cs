using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Blend;
using Matinee.Core.Models.Ease;

namespace Matinee.Core.Tests.Models.Blend;

public class SubHistoryTests
{
    private static readonly UserHistory History = new(
        new[] { 1, 3, 4, 6, 9 },
        new[] { 1f, 2, 3, 4, 5 },
        new long[] { 50, 20, 50, 20, 90 }
    );

    [Fact]
    public void Latest_TiedTimes_TakesTheHigherItems()
    {
        UserHistory latest = SubHistory.Latest(History, itemCount: 10, count: 2);

        Assert.Equal([4, 9], latest.Items.ToArray());
        Assert.Equal([3f, 5], latest.Ratings.ToArray());
        Assert.Equal([50L, 90], latest.Timestamps.ToArray());
        Assert.Equal(History.AsOf, latest.AsOf);
    }

    [Fact]
    public void Latest_EveryCount_EqualsTheSortedOnes()
    {
        for (int count = 1; count < 8; count++)
        {
            int[] expected =
            [
                .. Enumerable
                    .Range(0, History.Count)
                    .OrderByDescending(n => History.Timestamps[n])
                    .ThenByDescending(n => History.Items[n])
                    .Take(count)
                    .Select(n => History.Items[n])
                    .Order(),
            ];

            Assert.Equal(expected, SubHistory.Latest(History, itemCount: 10, count).Items.ToArray());
        }
    }

    [Fact]
    public void Latest_UncoveredItems_AreLeftOut() =>
        Assert.Equal([1, 4], SubHistory.Latest(History, itemCount: 6, count: 2).Items.ToArray());

    [Theory]
    [InlineData(5, 0, true)]
    [InlineData(6, 0, false)]
    [InlineData(6, 1, true)]
    public void HasOrder_TimesAtOnceOrNot_IsWhetherTheLastAreKnown(int count, int later, bool expected)
    {
        long[] times = [.. Enumerable.Range(0, count).Select(n => n == 2 ? 1000L + later : 1000)];
        var history = new UserHistory(Enumerable.Range(0, count).ToArray(), new float[count], times);

        Assert.Equal(expected, SubHistory.HasOrder(history));
    }

    [Fact]
    public void Explain_PartOfAHistory_GivesTheRestNothing()
    {
        EaseModel model = EaseTrainer.Train(TinyWorld.Ratings, new EaseOptions(), new TrainingContext());
        UserHistory whole = TinyWorld.History(0, 2, 7);
        UserHistory part = TinyWorld.History(0, 7);
        var expected = new float[2];
        var contributions = new float[6];
        contributions.AsSpan().Fill(float.NaN);

        SubHistory.Explain(model, whole, part, [3, 8], contributions);

        model.Contributions(part, [3], expected);
        Assert.Equal([expected[0], 0, expected[1]], contributions[..3]);
        Assert.Equal(0, contributions[4]);
    }

    [Fact]
    public void Explain_UncoveredItem_HasNothing()
    {
        EaseModel model = EaseTrainer.Train(TinyWorld.Ratings, new EaseOptions(), new TrainingContext());
        UserHistory history = TinyWorld.History(0, 7);
        var expected = new float[2];
        float[] contributions = [.. Enumerable.Repeat(float.NaN, 6)];

        SubHistory.Explain(model, history, history, [TinyWorld.Items, 3, TinyWorld.Items + 4], contributions);

        model.Contributions(history, [3], expected);
        Assert.Equal([0, 0, .. expected, 0, 0], contributions);
    }
}
