using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Matinee.Api.Store;
using Matinee.Api.Tests.Store;
using Matinee.Api.Tests.Store.Durability;

namespace Matinee.Api.Tests.Server;

public sealed class KilledServerTests(ServedBundles bundles) : IDisposable
{
    private const int Kills = 20;
    private const int Clients = 8;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly StoreFolder folder = new();
    private readonly DurabilityLedger ledger = new();
    private readonly HttpClient http = new();
    private int[] movies = [];
    private long lastNumber = 1_000_000;

    public void Dispose()
    {
        http.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Writes_ServerKilledTwentyTimes_EveryAcknowledgedOneIsThereOnce()
    {
        movies = [.. bundles.Load().Catalog.Movies.Take(400).Select(movie => movie.Id.Value)];
        Random random = new(21);
        for (int kill = 0; kill < Kills; kill++)
        {
            int before = ledger.Acknowledged;
            await WriteUntilKilledAsync(TimeSpan.FromMilliseconds(random.Next(5, 250)));
            Assert.True(ledger.Acknowledged > before, "Nothing was written before the kill.");

            await using UserStore store = folder.Open();
            Assert.Empty(ledger.Violations(await store.AllUsersAsync().ToDictionaryAsync(user => user.Id)));
            foreach (LedgerWrite write in ledger.UnansweredKeys())
            {
                await StoreClients.SendAsync(store, write);
                ledger.Acknowledge(write.Number);
            }
        }
    }

    private async Task WriteUntilKilledAsync(TimeSpan afterFirstAnswer)
    {
        int port = FreePort.Find();
        using Process server = StartServer(port);
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
        try
        {
            await ReadyAsync(server, address);
            Task[] clients = [.. Enumerable.Range(0, Clients).Select(client => WriteAsync(client, address))];
            int before = ledger.Acknowledged;
            while (ledger.Acknowledged == before)
            {
                await Task.Delay(1);
            }

            await Task.Delay(afterFirstAnswer);
            server.Kill();
            await Task.WhenAll(clients);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }

    private Process StartServer(int port)
    {
        ProcessStartInfo start = new(Path.Combine(AppContext.BaseDirectory, "Matinee.Api"))
        {
            RedirectStandardOutput = true,
        };
        string[] flags =
        [
            "--model-path",
            bundles.Ease,
            "--store",
            folder.File,
            "--port",
            port.ToString(CultureInfo.InvariantCulture),
            "--rate-limit",
            "0",
            "--semantic-search",
            "off",
        ];
        foreach (string flag in flags)
        {
            start.ArgumentList.Add(flag);
        }

        // It lives too short for code that is compiled twice.
        start.Environment["DOTNET_TieredPGO"] = "0";
        Process process = Process.Start(start)!;
        process.BeginOutputReadLine();
        return process;
    }

    private async Task ReadyAsync(Process server, Uri address)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < s_patience)
        {
            Assert.False(server.HasExited, "The server ended by itself.");
            try
            {
                if ((await http.GetAsync(new Uri(address, "health/ready"))).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(10);
            }
        }

        Assert.Fail("The server was not ready in time.");
    }

    // Until the server is gone.
    private async Task WriteAsync(int client, Uri address)
    {
        for (int turn = 0; ; turn++)
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
        int user = turn % 2 == 0 ? 1 + client : 1 + Clients;
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
