using System.Diagnostics;
using System.Text.Json;
using Matinee.Api.Store;
using Matinee.Api.Tests.Store;
using Matinee.Api.Tests.Store.Durability;

namespace Matinee.Api.Tests.Server;

/// <summary>Several servers on one PostgreSQL.</summary>
public sealed class SharedStoreTests(ServedBundles bundles) : IDisposable
{
    // A frozen one's transaction is ended after 4 s.
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(7);

    private readonly StoreDatabase database = new();
    private readonly DurabilityLedger ledger = new();
    private readonly HttpClient http = new();

    public void Dispose()
    {
        http.Dispose();
        database.Dispose();
    }

    [Theory]
    [InlineData(3)]
    [InlineData(10, Explicit = true)]
    public async Task Writes_OneOfTwoServersKilledManyTimes_EveryAcknowledgedOneIsThereOnceAndTheOtherGoesOn(int kills)
    {
        LedgerClients clients = new(http, ledger, bundles.MovieIds(400));
        Random random = new(22);
        TaskCompletionSource over = new();
        using ServerProgram lasting = await ServerProgram.StartAsync(bundles.Ease, database.Connection, http);
        Task[] lastingClients =
        [
            .. Enumerable.Range(0, 4).Select(client => clients.WriteAsync(client, lasting.Address, over.Task)),
        ];
        Task<TimeSpan> slowest = SlowestAnswerAsync(lasting, over.Task);
        for (int kill = 0; kill < kills; kill++)
        {
            using ServerProgram killed = await ServerProgram.StartAsync(bundles.Ease, database.Connection, http);
            Task[] writing =
            [
                .. Enumerable.Range(4, 4).Select(client => clients.WriteUntilGoneAsync(client, killed.Address)),
            ];
            await Task.Delay(random.Next(50, 300));
            killed.Kill();
            await Task.WhenAll(writing);
        }

        over.SetResult();
        await Task.WhenAll(lastingClients);
        Assert.InRange(await slowest, TimeSpan.Zero, s_longest);
        await using UserStore store = database.Open();
        Assert.Empty(ledger.Violations(await store.AllUsersAsync().ToDictionaryAsync(user => user.Id)));
        foreach (LedgerWrite write in ledger.UnansweredKeys())
        {
            await StoreClients.SendAsync(store, write);
            ledger.Acknowledge(write.Number);
        }

        Assert.Empty(ledger.Violations(await store.AllUsersAsync().ToDictionaryAsync(user => user.Id)));
    }

    [Fact]
    public async Task Writes_OneOfTwoServersFrozen_TheOtherGoesOn()
    {
        LedgerClients clients = new(http, ledger, bundles.MovieIds(400));
        TaskCompletionSource over = new();
        using ServerProgram lasting = await ServerProgram.StartAsync(bundles.Ease, database.Connection, http);
        using ServerProgram frozen = await ServerProgram.StartAsync(bundles.Ease, database.Connection, http);
        Task[] writing =
        [
            .. Enumerable.Range(0, 4).Select(client => clients.WriteAsync(client, lasting.Address, over.Task)),
            .. Enumerable.Range(4, 4).Select(client => clients.WriteUntilGoneAsync(client, frozen.Address)),
        ];
        Task<TimeSpan> slowest = SlowestAnswerAsync(lasting, over.Task);
        await Task.Delay(500);
        frozen.Freeze();
        await Task.Delay(s_longest);
        int before = ledger.Acknowledged;
        await Task.Delay(200);
        Assert.True(ledger.Acknowledged > before, "The other server stands still.");
        frozen.Kill();
        frozen.Thaw();
        over.SetResult();
        await Task.WhenAll(writing);

        Assert.InRange(await slowest, TimeSpan.Zero, s_longest);
        await using UserStore store = database.Open();
        Assert.Empty(ledger.Violations(await store.AllUsersAsync().ToDictionaryAsync(user => user.Id)));
    }

    [Fact]
    public async Task Ratings_ThroughOneServer_CountInTheNextAnswerOfTheOther()
    {
        await using TestServer one = await StartAsync();
        await using TestServer other = await StartAsync();
        int user = await one.NewUserAsync();
        int[] movies = bundles.MovieIds(100);
        for (int n = 0; n < 100; n++)
        {
            (TestServer writing, TestServer reading) = n % 2 == 0 ? (one, other) : (other, one);
            await writing.JsonAsync("PUT", $"/api/users/{user}/ratings/{movies[n]}", """{ "rating": 4.5 }""");
            JsonElement page = await reading.GetAsync($"/api/users/{user}/ratings?limit=1");
            Assert.Equal(n + 1, page.GetProperty("totalRatings").GetInt32());
        }

        Assert.DoesNotContain(movies[99], await one.RecommendedAsync(user));
        await one.JsonAsync("DELETE", $"/api/users/{user}", status: 204);
        await other.ProblemAsync("GET", $"/api/users/{user}", 404, "unknown-user");
    }

    [Fact]
    public async Task Movies_AddedThroughOneServer_AreLiveInTheOtherWithinASecond()
    {
        await using TestServer one = await StartAsync();
        await using TestServer other = await StartAsync();
        const string film = """{ "title": "Our Own Film (2023)", "imdbId": "tt9999991" }""";
        int id = (await one.JsonAsync("POST", "/api/movies", film, status: 201)).GetProperty("id").GetInt32();
        long added = Stopwatch.GetTimestamp();
        // At once where it matters most: the same movie is not added again.
        await other.ProblemAsync("POST", "/api/movies", 409, "movie-exists", film);
        int next = (await other.JsonAsync("POST", "/api/movies", """{ "title": "Our Next Film" }""", status: 201))
            .GetProperty("id")
            .GetInt32();
        Assert.Equal(id + 1, next);
        while (true)
        {
            using HttpResponseMessage answer = await one.SendAsync("GET", $"/api/movies/{next}");
            bool isLate = Stopwatch.GetElapsedTime(added) > TimeSpan.FromSeconds(2);
            if (answer.IsSuccessStatusCode)
            {
                break;
            }

            Assert.False(isLate, "The movie is not there.");
            await Task.Delay(20);
        }
    }

    [Fact]
    public async Task Requests_DatabaseRestarted_AnswerUnavailableAndThenAsBefore()
    {
        await using TestServer server = await StartAsync();
        int user = await server.NewUserAsync();
        await server.RecommendedAsync(user);

        // Connections that break while nobody uses them are nobody's trouble.
        database.Disconnect();
        await server.RecommendedAsync(user);
        database.Disconnect();
        await server.JsonAsync("PUT", $"/api/users/{user}/ratings/{bundles.MovieIds(1)[0]}", """{ "rating": 4 }""");

        StoreDatabase.Administer($"ALTER DATABASE {database.Name} ALLOW_CONNECTIONS false");
        database.Disconnect();
        await server.ProblemAsync("GET", $"/api/recommendations/{user}", 503, "unavailable");
        await server.ProblemAsync("POST", "/api/users", 503, "unavailable");
        // Who is not stored needs no store.
        string visitor = $$"""{ "ratings": [{ "movieId": {{bundles.MovieIds(1)[0]}}, "rating": 5 }] }""";
        await server.JsonAsync("POST", "/api/recommendations", visitor);

        StoreDatabase.Administer($"ALTER DATABASE {database.Name} ALLOW_CONNECTIONS true");
        await server.RecommendedAsync(user);
        await server.NewUserAsync();
    }

    private Task<TestServer> StartAsync() =>
        TestServer.StartAsync(bundles.Ease, options => options with { Store = database.Connection });

    // Of lists, which are asked for one after the other.
    private async Task<TimeSpan> SlowestAnswerAsync(ServerProgram server, Task until)
    {
        TimeSpan slowest = TimeSpan.Zero;
        while (!until.IsCompleted)
        {
            long start = Stopwatch.GetTimestamp();
            using HttpResponseMessage answer = await http.GetAsync(new Uri(server.Address, "api/recommendations/9"));
            Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
            TimeSpan taken = Stopwatch.GetElapsedTime(start);
            slowest = taken > slowest ? taken : slowest;
        }

        return slowest;
    }
}
