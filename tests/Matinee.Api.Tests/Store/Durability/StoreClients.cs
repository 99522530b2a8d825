using System.Globalization;
using Matinee.Api.Store;

namespace Matinee.Api.Tests.Store.Durability;

/// <summary>Eight clients that write to a store until their process is killed, and say what they do.</summary>
internal static class StoreClients
{
    public const string Argument = "write-until-killed";
    private const int Clients = 8;
    private static long lastNumber;

    public static async Task<int> RunAsync(string path, string firstNumber)
    {
        lastNumber = long.Parse(firstNumber, CultureInfo.InvariantCulture);
        await using UserStore store = StorePlace.Open(path);
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => WriteAsync(store, client))));
        return 0;
    }

    private static async Task WriteAsync(UserStore store, int client)
    {
        for (int turn = 0; ; turn++)
        {
            LedgerWrite write = Next(client, turn);
            Tell(LedgerText.Trying(write));
            Tell(LedgerText.Done(write.Number, await SendAsync(store, write)));
        }
    }

    private static LedgerWrite Next(int client, int turn)
    {
        long number = Interlocked.Increment(ref lastNumber);
        // A user of the client's own, and one that all share, each with movies of its own.
        int user = turn % 2 == 0 ? 1 + client : 99;
        int movie = (100 * client) + (turn % 37);
        return (turn % 8) switch
        {
            0 => new LedgerWrite(number, LedgerKind.User),
            1 or 2 => new LedgerWrite(number, LedgerKind.Event, user, movie, Key: $"key{number}"),
            3 => new LedgerWrite(number, LedgerKind.Event, user, movie),
            4 => new LedgerWrite(number, LedgerKind.Rating, user, movie),
            _ => new LedgerWrite(number, LedgerKind.Rating, user, movie, 0.5f * (1 + (turn % 10))),
        };
    }

    /// <returns>The user's id.</returns>
    public static async Task<int> SendAsync(IUserStore store, LedgerWrite write)
    {
        switch (write.Kind)
        {
            case LedgerKind.User:
                return (await store.CreateUserAsync(1_000_000)).Id;
            case LedgerKind.Rating:
                await store.SetRatingsAsync(write.UserId, [new StoredRating(write.MovieId, write.Stars, write.Number)]);
                return write.UserId;
            default:
                StoredEvent one = new(write.MovieId, EventKind.Watched, write.Number, write.Key);
                Task first = store.AddEventsAsync(write.UserId, [one]);
                if (write.Key is not null)
                {
                    // A client that is impatient.
                    await store.AddEventsAsync(write.UserId, [one]);
                }

                await first;
                return write.UserId;
        }
    }

    private static void Tell(string line)
    {
        lock (Console.Out)
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
        }
    }
}
