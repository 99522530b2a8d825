using System.Data.Common;
using Matinee.Api.Store;
using Microsoft.EntityFrameworkCore;

namespace Matinee.Api.Tests.Store;

public abstract class UserStoreConcurrencyTests : IDisposable
{
    private readonly StorePlace place;

    private protected UserStoreConcurrencyTests(StorePlace place) => this.place = place;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// Writers count up in a rating's time. Whoever looks sees at least what was acknowledged before, also when the cache
    /// is so small that most looks go to the file.
    /// </summary>
    [Theory]
    [InlineData(1_000_000)]
    [InlineData(30)]
    public async Task FindAsync_WhileOthersWrite_NeverLagsBehindAnAnswer(int cachedRows)
    {
        const int users = 12;
        const int writesPerUser = 60;
        long[] answered = new long[users];
        await using UserStore store = place.Open(cachedRows);
        Task[] writers =
        [
            .. Enumerable
                .Range(0, users)
                .Select(user =>
                    Task.Run(async () =>
                    {
                        for (long n = 1; n <= writesPerUser; n++)
                        {
                            await store.SetRatingsAsync(user, [new StoredRating(1, 4f, n)]);
                            Volatile.Write(ref answered[user], n);
                        }
                    })
                ),
        ];
        Task written = Task.WhenAll(writers);
        Task<int>[] readers =
        [
            .. Enumerable
                .Range(0, 4)
                .Select(reader =>
                    Task.Run(async () =>
                    {
                        int looks = 0;
                        for (; !written.IsCompleted; looks++)
                        {
                            int user = (looks + reader) % users;
                            long before = Volatile.Read(ref answered[user]);
                            UserRecord? record = await store.FindAsync(user);
                            Assert.True((record?.Ratings[0].Timestamp ?? 0) >= before);
                        }

                        return looks;
                    })
                ),
        ];
        await written;
        Assert.All(await Task.WhenAll(readers), looks => Assert.True(looks > 0));
        for (int user = 0; user < users; user++)
        {
            Assert.Equal(writesPerUser, (await store.FindAsync(user))!.Ratings[0].Timestamp);
        }
    }

    [Fact]
    public async Task Writes_ToOneUserFromManyThreads_AreAllThere()
    {
        await using (UserStore store = place.Open())
        {
            await Task.WhenAll(
                Enumerable
                    .Range(0, 8)
                    .Select(thread =>
                        Task.Run(async () =>
                        {
                            for (int n = 0; n < 40; n++)
                            {
                                await store.SetRatingsAsync(7, [new StoredRating((100 * thread) + n, 4f, n)]);
                                await store.AddEventsAsync(7, [new StoredEvent(n, EventKind.Clicked, n, $"{n}")]);
                            }
                        })
                    )
            );
        }

        await using UserStore reopened = place.Open();
        UserRecord user = (await reopened.FindAsync(7))!;
        Assert.Equal(8 * 40, user.Ratings.Count);
        Assert.Equal(40, user.Events.Count);
    }

    [Fact]
    public async Task CreateUserAsync_ManyAtOnce_GivesEachItsOwnId()
    {
        await using UserStore store = place.Open();
        UserRecord[] users = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => store.CreateUserAsync(1000)));

        Assert.Equal(Enumerable.Range(1001, 300), users.Select(user => user.Id).Order());
    }

    [Fact]
    public async Task Writes_OneOfABatchFails_DoesNotFailTheOthers()
    {
        await using UserStore store = place.Open();
        place.RefuseMovie13();
        using DbConnection other = place.Connect();
        // The writer waits with the first; the others gather meanwhile.
        other.Execute(place.HoldWriters);
        Task<UserRecord> first = store.SetRatingsAsync(2, [new StoredRating(1, 4f, 1)]);
        await Task.Delay(200);
        Task<UserRecord> before = store.AddEventsAsync(3, [new StoredEvent(1, EventKind.Watched, 1)]);
        Task<UserRecord> failing = store.SetRatingsAsync(1, [new StoredRating(13, 5f, 2), new StoredRating(14, 5f, 2)]);
        Task<UserRecord> after = store.CreateUserAsync(1000);
        other.Execute("COMMIT");

        await first;
        await Assert.ThrowsAsync<DbUpdateException>(() => failing);
        Assert.Single((await before).Events);
        Assert.Equal(1001, (await after).Id);
        Assert.Null(await store.FindAsync(1));
    }

    [Fact]
    public async Task SetRatingsAsync_FileChangedBehindTheStore_FailsOnceAndReadsItAgain()
    {
        await using UserStore store = place.Open();
        await store.SetRatingsAsync(1, [new StoredRating(1, 4f, 1)]);
        place.Execute("DELETE FROM ratings");

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            store.SetRatingsAsync(1, [new StoredRating(1, 5f, 2)])
        );
        Assert.Empty((await store.FindAsync(1))!.Ratings);
        Assert.Single((await store.SetRatingsAsync(1, [new StoredRating(1, 5f, 2)])).Ratings);
    }
}

public sealed class SqliteUserStoreConcurrencyTests() : UserStoreConcurrencyTests(new StoreFolder());

public sealed class PostgresUserStoreConcurrencyTests() : UserStoreConcurrencyTests(new StoreDatabase());
