using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Models.Blend;

namespace Matinee.Core.Tests.Models.Blend;

public class RecentPopularityTests
{
    private const long Day = 86_400;
    private const long First = 1_000_000_000;

    // Item 0 on days 0 and 1, item 1 on day 31, item 2 never: bins of days 0–30 and 30–60, with middles 15 and 45.
    private static readonly InteractionMatrix Three = new(
        [0, 2, 3],
        [0, 1, 0],
        new float[3],
        [First, First + (31 * Day), First + Day],
        3
    );

    private static readonly InteractionMatrix Many = RandomRatings.Create(
        users: 60,
        items: 80,
        perUser: 20,
        moments: 1000,
        secondsPerMoment: Day
    );

    [Theory]
    [InlineData(31)]
    [InlineData(45)]
    [InlineData(4000)]
    public void Score_AtTheEndAndAfter_CountsFromTheDatasEnd(int day)
    {
        // Day 31: 16 days after the first bin's middle, before the second's.
        float[] scores = Score(RecentPopularity.Train(Three), First + (day * Day), 10);

        Assert.Equal(Math.Log(0.1 + (2 * Math.Exp(-1.6))), scores[0], 1e-6);
        Assert.Equal(Math.Log(1.1), scores[1], 1e-6);
        Assert.Equal(Math.Log(0.1), scores[2], 1e-6);
    }

    [Theory]
    [InlineData(29)]
    [InlineData(5)]
    [InlineData(0)]
    public void Score_WithinABin_KnowsNothingOfIt(int day)
    {
        float[] scores = Score(RecentPopularity.Train(Three), First + (day * Day), 10);

        Assert.All(scores, score => Assert.Equal(Math.Log(0.1), score, 1e-6));
    }

    [Fact]
    public void Score_ABinsEnd_CountsItFromItsMiddle()
    {
        float[] scores = Score(RecentPopularity.Train(Three), First + (30 * Day), 10);

        Assert.Equal(Math.Log(0.1 + (2 * Math.Exp(-1.5))), scores[0], 1e-6);
        Assert.Equal(Math.Log(0.1), scores[1], 1e-6);
    }

    [Theory]
    [InlineData(First - 1)]
    [InlineData(long.MinValue)]
    public void Score_BeforeTheData_CountsNothing(long asOf)
    {
        Assert.All(Score(RecentPopularity.Train(Three), asOf, 10), score => Assert.Equal(Math.Log(0.1), score, 1e-6));
    }

    [Fact]
    public void Score_RandomRatings_MatchesTheSumOverRatings()
    {
        RecentPopularity recent = RecentPopularity.Train(Many);
        foreach (int day in new[] { 0, 29, 30, 31, 500, 998, 1200 })
        {
            long asOf = First + (day * Day);
            foreach (double days in new[] { 14.0, 90 })
            {
                float[] scores = Score(recent, asOf, days);
                Assert.All(scores, (score, item) => Assert.Equal(SlowScore(item, asOf, days), score, 1e-5));
            }
        }
    }

    [Fact]
    public void Score_ManyThreadsAndSpans_GiveWhatOneGives()
    {
        RecentPopularity shared = RecentPopularity.Train(Many);
        float[][] alone =
        [
            .. Enumerable.Range(1, 5).Select(days => Score(RecentPopularity.Train(Many), long.MaxValue, days)),
        ];

        Parallel.For(
            0,
            200,
            n =>
            {
                float[] scores = Score(shared, long.MaxValue, (n % 5) + 1);
                Assert.Equal(alone[n % 5], scores);

                // The caller's to change.
                Array.Fill(scores, 9);
            }
        );
    }

    [Fact]
    public void Load_Saved_ScoresTheSame()
    {
        RecentPopularity recent = RecentPopularity.Train(Many);
        var tensors = new SafetensorsWriter();
        recent.Save(tensors);
        using var folder = new TemporaryFolder();
        tensors.WriteWhole(folder.File("recent.safetensors"));
        using var reader = new SafetensorsReader(folder.File("recent.safetensors"));

        RecentPopularity loaded = RecentPopularity.Load(reader);

        Assert.Equal(Many.ColumnCount, loaded.ItemCount);
        Assert.Equal(Score(recent, First + (400 * Day), 30), Score(loaded, First + (400 * Day), 30));
        Assert.Equal(Score(recent, long.MaxValue, 30), Score(loaded, long.MaxValue, 30));
    }

    [Fact]
    public void Score_NoRatings_GivesTheLogarithmOfTheFloor()
    {
        RecentPopularity recent = RecentPopularity.Train(new InteractionMatrix([0], [], [], [], 2));

        Assert.All(Score(recent, First, 10), score => Assert.Equal(Math.Log(0.1), score, 1e-6));
    }

    [Fact]
    public void Score_NoDays_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Score(RecentPopularity.Train(Three), First, 0));
    }

    private static double SlowScore(int item, long asOf, double days)
    {
        long first = Many.Timestamps.ToArray().Min();
        long last = Many.Timestamps.ToArray().Max();
        asOf = Math.Min(asOf, last);
        double sum = 0;
        for (int n = 0; n < Many.EntryCount; n++)
        {
            long begin = first + ((Many.Timestamps[n] - first) / (30 * Day) * 30 * Day);
            if (Many.Columns[n] == item && (begin + (30 * Day) <= asOf || asOf == last))
            {
                sum += Math.Exp(-Math.Max(0, asOf - (begin + (15 * Day))) / (days * Day));
            }
        }

        return Math.Log(0.1 + sum);
    }

    private static float[] Score(RecentPopularity recent, long asOf, double days)
    {
        var scores = new float[recent.ItemCount];
        Array.Fill(scores, 9);
        recent.Score(asOf, days, scores);
        return scores;
    }
}
