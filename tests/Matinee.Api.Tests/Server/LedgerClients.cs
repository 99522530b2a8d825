using System.Net.Http.Json;
using System.Text.Json;
using Matinee.Api.Tests.Store.Durability;

namespace Matinee.Api.Tests.Server;

/// <summary>Clients that write over HTTP and note what they ask for and what is acknowledged.</summary>
/// <param name="movies">Fifty for each client.</param>
internal sealed class LedgerClients(HttpClient http, DurabilityLedger ledger, int[] movies)
{
    public const int Count = 8;
    private long lastNumber = 1_000_000;

    /// <summary>Writes until the server is gone; any other answer than success is a failure of the test.</summary>
    public Task WriteUntilGoneAsync(int client, Uri address) => WriteWhileAsync(client, address, () => true);

    /// <summary>Writes until told to stop; the server must be there.</summary>
    public async Task WriteAsync(int client, Uri address, Task until)
    {
        await WriteWhileAsync(client, address, () => !until.IsCompleted);
        Assert.True(until.IsCompleted, "The server is gone.");
    }

    private async Task WriteWhileAsync(int client, Uri address, Func<bool> goOn)
    {
        for (int turn = 0; goOn(); turn++)
        {
            LedgerWrite write = Next(client, turn);
            ledger.Try(write);
            try
            {
                using HttpResponseMessage answer = await SendAsync(address, write);
                JsonElement json = await answer.Content.ReadFromJsonAsync<JsonElement>();
                Assert.True(answer.IsSuccessStatusCode, $"{write}: {(int)answer.StatusCode} {json}");
                ledger.Acknowledge(
                    write.Number,
                    write.Kind == LedgerKind.User ? json.GetProperty("id").GetInt32() : write.UserId
                );
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                return;
            }
        }
    }

    private LedgerWrite Next(int client, int turn)
    {
        long number = Interlocked.Increment(ref lastNumber);
        // A user of the client's own, and one that all share, each with movies of its own.
        int user = turn % 2 == 0 ? 1 + client : 1 + Count;
        int movie = movies[(50 * client) + (turn % 37)];
        return (turn % 6) switch
        {
            0 => new LedgerWrite(number, LedgerKind.User),
            1 => new LedgerWrite(number, LedgerKind.Event, user, movie, Key: $"key{number}"),
            2 => new LedgerWrite(number, LedgerKind.Event, user, movie),
            _ => new LedgerWrite(number, LedgerKind.Rating, user, movie, 0.5f * (1 + (turn % 10))),
        };
    }

    private Task<HttpResponseMessage> SendAsync(Uri address, LedgerWrite write) =>
        write.Kind switch
        {
            LedgerKind.User => http.PostAsync(new Uri(address, "api/users"), null),
            LedgerKind.Rating => http.PutAsJsonAsync(
                new Uri(address, $"api/users/{write.UserId}/ratings/{write.MovieId}"),
                new { rating = write.Stars, timestamp = write.Number }
            ),
            _ => http.PostAsJsonAsync(
                new Uri(address, $"api/users/{write.UserId}/events"),
                new
                {
                    events = new[]
                    {
                        new
                        {
                            movieId = write.MovieId,
                            type = "watched",
                            timestamp = write.Number,
                            key = write.Key,
                        },
                    },
                }
            ),
        };
}
