using Matinee.Core.Interactions;
using Matinee.Core.Models;

namespace Matinee.Core.Tests.Models;

public class HistoryCacheTests
{
    [Fact]
    public void Get_TheSameHistoryAgain_MakesNothing()
    {
        var cache = new HistoryCache<string>(4);
        UserHistory history = TinyWorld.History(1, 2);
        cache.Get(history, _ => "made");

        Assert.Equal("made", cache.Get(history, _ => throw new InvalidOperationException("Made again.")));
    }

    [Fact]
    public void Get_AnotherHistoryOfTheSameRatings_IsAnother()
    {
        var cache = new HistoryCache<string>(4);
        cache.Get(TinyWorld.History(1, 2), _ => "one");

        Assert.Equal("other", cache.Get(TinyWorld.History(1, 2), _ => "other"));
    }

    [Fact]
    public void Get_MoreHistoriesThanPlaces_StaysRightForEach()
    {
        var cache = new HistoryCache<string>(2);
        UserHistory[] histories = [.. Enumerable.Range(0, 20).Select(_ => TinyWorld.History(3))];

        for (int round = 0; round < 2; round++)
        {
            foreach ((int n, UserHistory history) in histories.Index())
            {
                Assert.Equal($"{n}", cache.Get(history, _ => $"{n}"));
            }
        }
    }

    [Fact]
    public void Get_HalfAsManyAsPlaces_MakesNearlyNoneAgain()
    {
        var cache = new HistoryCache<string>(1024);
        UserHistory[] histories = [.. Enumerable.Range(0, 512).Select(_ => TinyWorld.History(3))];
        int made = 0;
        for (int round = 0; round < 2; round++)
        {
            made = 0;
            foreach (UserHistory history in histories)
            {
                cache.Get(history, _ => $"{made++}");
            }
        }

        // About 20; where each had one place only it would be about 200.
        Assert.InRange(made, 0, 80);
    }

    [Fact]
    public async Task Get_FromManyThreads_GivesEachItsOwn()
    {
        var cache = new HistoryCache<string>(3);
        UserHistory[] histories = [.. Enumerable.Range(0, 8).Select(_ => TinyWorld.History(3))];

        await Parallel.ForAsync(
            0,
            5000,
            (n, _) =>
            {
                Assert.Equal($"{n % 8}", cache.Get(histories[n % 8], _ => $"{n % 8}"));
                return ValueTask.CompletedTask;
            }
        );
    }
}
