using System.Diagnostics;
using System.Globalization;
using Matinee.Api.Store;

namespace Matinee.Api.Tests.Store.Durability;

public abstract class UserStoreDurabilityTests : IDisposable
{
    private readonly StorePlace place;

    private protected UserStoreDurabilityTests(StorePlace place) => this.place = place;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(20, Explicit = true)]
    public async Task Writes_ProcessKilledManyTimes_EveryAcknowledgedOneIsThereOnce(int kills)
    {
        DurabilityLedger ledger = new();
        Random random = new(20);
        for (int kill = 0; kill < kills; kill++)
        {
            int before = ledger.Acknowledged;
            await WriteUntilKilledAsync(
                ledger,
                firstNumber: 1_000_000L * kill,
                TimeSpan.FromMilliseconds(random.Next(5, 300))
            );
            Assert.True(ledger.Acknowledged > before, "Nothing was written before the kill.");

            await using UserStore store = place.Open();
            Assert.Empty(ledger.Violations(await AllAsync(store)));
            foreach (LedgerWrite write in ledger.UnansweredKeys())
            {
                await StoreClients.SendAsync(store, write);
                ledger.Acknowledge(write.Number);
            }

            Assert.Empty(ledger.Violations(await AllAsync(store)));
        }
    }

    private async Task WriteUntilKilledAsync(DurabilityLedger ledger, long firstNumber, TimeSpan afterFirstAnswer)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true };
        start.ArgumentList.Add(StoreClients.Argument);
        start.ArgumentList.Add(place.Connection);
        start.ArgumentList.Add(firstNumber.ToString(CultureInfo.InvariantCulture));
        // It lives too short for code that is compiled twice.
        start.Environment["DOTNET_TieredPGO"] = "0";
        using Process process = Process.Start(start)!;
        Task? kill = null;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            LedgerText.Read(line, ledger);
            kill ??= line.StartsWith("done", StringComparison.Ordinal) ? KillAsync(process, afterFirstAnswer) : null;
        }

        await process.WaitForExitAsync();
        await (kill ?? Task.CompletedTask);
        // 128 + SIGKILL; on Windows -1.
        Assert.Contains(process.ExitCode, new[] { 137, -1 });
    }

    private static async Task KillAsync(Process process, TimeSpan delay)
    {
        await Task.Delay(delay);
        process.Kill();
    }

    private static async Task<Dictionary<int, UserRecord>> AllAsync(UserStore store)
    {
        Dictionary<int, UserRecord> users = [];
        await foreach (UserRecord user in store.AllUsersAsync())
        {
            users.Add(user.Id, user);
        }

        return users;
    }
}

public sealed class SqliteUserStoreDurabilityTests() : UserStoreDurabilityTests(new StoreFolder());

public sealed class PostgresUserStoreDurabilityTests() : UserStoreDurabilityTests(new StoreDatabase());
