using Matinee.Api.Tests.Server;

namespace Matinee.Api.Tests.Swapping;

/// <summary>Looks at the memory of the whole process, so nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(SwapMemoryTests), DisableParallelization = true)]
[Collection(nameof(SwapMemoryTests))]
public sealed class SwapMemoryTests(ServedBundles bundles) : IDisposable
{
    private readonly ModelPlace place = new(bundles);

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task Swap_TwentyTimes_TakesNoMoreMemory()
    {
        string als = place.Add().Name;
        await using TestServer server = await TestServer.StartAsync(
            place.Path,
            options => options with { WatchModel = false }
        );
        await SwapAsync(4);
        long before = Held();

        await SwapAsync(20);

        // A bundle of these is a few megabytes: twenty that stay would be many more.
        Assert.InRange(Held() - before, long.MinValue, 4_000_000);

        async Task SwapAsync(int times)
        {
            for (int n = 0; n < times; n++)
            {
                await SwitchAsync(server, n % 2 == 0 ? als : "first");
                await server.RecommendedAsync(7);
            }
        }
    }

    private static long Held()
    {
        for (int n = 0; n < 3; n++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static Task SwitchAsync(TestServer server, string version) =>
        server.JsonAsync("POST", "/api/admin/model", $$"""{ "version": "{{version}}" }""");
}
