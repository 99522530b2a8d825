using System.Diagnostics;
using Matinee.Api.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace Matinee.Bench;

/// <summary>How soon the user store is there, and how many acknowledged writes a second it takes.</summary>
internal static class StoreTable
{
    private static readonly TimeSpan Run = TimeSpan.FromSeconds(5);

    /// <param name="path">A file, made where it is missing, or a PostgreSQL database; the first run times that, a second one an existing store.</param>
    public static async Task PrintAsync(TextWriter output, string path)
    {
        var clock = Stopwatch.StartNew();
        IStoreDatabase database = StoreProviders.Of(path).Open(path);
        output.WriteLine($"open               {clock.Elapsed.TotalMilliseconds:F0} ms");
        await using UserStore store = new(
            database,
            new UserStoreOptions { Connection = path },
            TimeProvider.System,
            NullLogger<UserStore>.Instance
        );
        await TimeAsync(output, "first look         ", () => store.FindAsync(1).AsTask());
        await TimeAsync(output, "first write        ", () => store.SetRatingsAsync(1, [new StoredRating(1, 4f, 1)]));
        foreach (int clients in (int[])[1, 8, 64])
        {
            output.WriteLine($"{clients, 2} clients         {await WritesPerSecondAsync(store, clients):F0} writes/s");
        }

        output.WriteLine($"looks in memory    {await LooksPerSecondAsync(store):F0} /s");
    }

    private static async Task TimeAsync(TextWriter output, string what, Func<Task> work)
    {
        var clock = Stopwatch.StartNew();
        await work();
        output.WriteLine($"{what}{clock.Elapsed.TotalMilliseconds:F0} ms");
    }

    /// <summary>Each client waits for its answer before it writes again.</summary>
    private static async Task<double> WritesPerSecondAsync(UserStore store, int clients)
    {
        var clock = Stopwatch.StartNew();
        int[] writes = await Task.WhenAll(
            Enumerable
                .Range(0, clients)
                .Select(client =>
                    Task.Run(async () =>
                    {
                        int count = 0;
                        for (; clock.Elapsed < Run; count++)
                        {
                            int user = 1 + client + (clients * (count % 50));
                            StoredRating rating = new(1 + (count % 300), 4f, count);
                            await store.SetRatingsAsync(user, [rating]);
                        }

                        return count;
                    })
                )
        );
        return writes.Sum() / clock.Elapsed.TotalSeconds;
    }

    private static async Task<double> LooksPerSecondAsync(UserStore store)
    {
        // A look into PostgreSQL's is a question to it.
        int looks = store.IsShared ? 20_000 : 5_000_000;
        var clock = Stopwatch.StartNew();
        for (int n = 0; n < looks; n++)
        {
            await store.FindAsync(1 + (n % 50));
        }

        return looks / clock.Elapsed.TotalSeconds;
    }
}
