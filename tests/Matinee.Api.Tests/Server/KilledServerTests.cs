using Matinee.Api.Store;
using Matinee.Api.Tests.Store;
using Matinee.Api.Tests.Store.Durability;

namespace Matinee.Api.Tests.Server;

/// <summary>What was acknowledged over HTTP is there after <c>kill -9</c>.</summary>
public sealed class KilledServerTests(ServedBundles bundles) : IDisposable
{
    private readonly StoreFolder folder = new();
    private readonly DurabilityLedger ledger = new();
    private readonly HttpClient http = new();

    public void Dispose()
    {
        http.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData(3)]
    [InlineData(20, Explicit = true)]
    public async Task Writes_ServerKilledManyTimes_EveryAcknowledgedOneIsThereOnce(int kills)
    {
        LedgerClients clients = new(http, ledger, bundles.MovieIds(400));
        Random random = new(21);
        for (int kill = 0; kill < kills; kill++)
        {
            int before = ledger.Acknowledged;
            await WriteUntilKilledAsync(clients, TimeSpan.FromMilliseconds(random.Next(5, 250)));
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

    private async Task WriteUntilKilledAsync(LedgerClients clients, TimeSpan afterFirstAnswer)
    {
        using ServerProgram server = await ServerProgram.StartAsync(bundles.Ease, folder.File, http);
        int before = ledger.Acknowledged;
        Task[] writing =
        [
            .. Enumerable
                .Range(0, LedgerClients.Count)
                .Select(client => clients.WriteUntilGoneAsync(client, server.Address)),
        ];
        while (ledger.Acknowledged == before)
        {
            await Task.Delay(1);
        }

        await Task.Delay(afterFirstAnswer);
        server.Kill();
        await Task.WhenAll(writing);
    }
}
