using Matinee.Api.Store;

namespace Matinee.Api.Tests.Store;

public class UserCacheTests
{
    [Fact]
    public void Finish_NewerRecordPublishedMeanwhile_KeepsTheNewer()
    {
        UserCache cache = new(100);
        UserCache.Reading reading = cache.Begin(1);
        UserRecord newer = new() { Id = 1, IsNew = true };
        cache.Publish(newer);
        cache.Finish(reading, null);

        Assert.True(cache.TryGet(1, out UserRecord? record));
        Assert.Same(newer, record);
    }

    [Fact]
    public void Finish_NewerRecordPublishedAndDropped_KeepsNothing()
    {
        UserCache cache = new(8);
        UserCache.Reading reading = cache.Begin(1);
        cache.Publish(new UserRecord { Id = 1, IsNew = true });
        cache.Publish(new UserRecord { Id = 2 });
        cache.Finish(reading, null);

        Assert.False(cache.TryGet(1, out _));
    }

    [Fact]
    public void Finish_NothingPublished_KeepsAlsoThatThereIsNone()
    {
        UserCache cache = new(100);
        cache.Finish(cache.Begin(1), null);

        Assert.True(cache.TryGet(1, out UserRecord? record));
        Assert.Null(record);
    }

    [Fact]
    public void Publish_MoreRowsThanThereIsRoomFor_DropsTheLeastRecentlyUsed()
    {
        // Three records of 8 rows, and 3 ratings.
        UserCache cache = new(27);
        cache.Publish(new UserRecord { Id = 1 });
        cache.Publish(new UserRecord { Id = 2 });
        cache.Publish(new UserRecord { Id = 3, Ratings = [new(1, 4f, 1), new(2, 4f, 1), new(3, 4f, 1)] });
        Assert.True(cache.TryGet(1, out _));

        cache.Publish(new UserRecord { Id = 4 });

        Assert.Equal([1, 3, 4], new[] { 1, 2, 3, 4 }.Where(id => cache.TryGet(id, out _)));
        cache.Publish(new UserRecord { Id = 5, Hidden = [.. Enumerable.Range(0, 100)] });
        Assert.DoesNotContain([1, 2, 3, 4, 5], id => cache.TryGet(id, out _));
    }
}
