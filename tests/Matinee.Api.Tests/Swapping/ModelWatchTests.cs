using System.Collections.Concurrent;
using System.Text.Json;
using Matinee.Api.Tests.Server;
using Matinee.Core.Artifacts;
using Microsoft.Extensions.Logging;

namespace Matinee.Api.Tests.Swapping;

public sealed class ModelWatchTests(ServedBundles bundles) : IDisposable
{
    private readonly ModelPlace place = new(bundles);
    private readonly WarningLog log = new();

    public void Dispose()
    {
        place.Dispose();
        log.Dispose();
    }

    [Fact]
    public async Task Watch_VersionMadeCurrent_AnswersSoon()
    {
        await using TestServer server = await StartAsync();

        ModelVersion version = place.Switch();

        await UntilAsync(async () => await IdAsync(server) == version.Name);
        Assert.Empty(log.Warnings);
    }

    [Fact]
    public async Task Watch_PlainBundleReplaced_AnswersSoon()
    {
        await using TestServer server = await StartAsync();

        place.Bundle("popularity", seed: 5).Write(place.Path);

        await UntilAsync(async () => await IdAsync(server) == ModelBundle.ReadId(place.Path));
    }

    [Fact]
    public async Task Watch_BrokenVersion_IsToldOnceAndTheOldOneGoesOnUntilItIsMended()
    {
        await using TestServer server = await StartAsync();
        string before = await IdAsync(server);
        ModelVersion version = place.Add();
        string file = ModelPlace.Damage(version);
        place.History.MakeCurrent(version.Name, TimeProvider.System);

        await UntilAsync(() => Task.FromResult(!log.Warnings.IsEmpty));
        await Task.Delay(TimeSpan.FromSeconds(5));

        Assert.Single(log.Warnings);
        Assert.Contains(file, log.Warnings.Single(), StringComparison.Ordinal);
        Assert.Equal(before, await IdAsync(server));
        ModelPlace.Damage(version);
        await UntilAsync(async () => await IdAsync(server) == version.Name);
    }

    [Fact]
    public async Task Watch_HalfCopiedBundle_WaitsWithoutAWord()
    {
        await using TestServer server = await StartAsync();
        string before = await IdAsync(server);
        ModelVersion version = place.Add();
        string file = Path.Combine(version.Folder, "components", "als", "tensors.safetensors");
        string aside = file + ".aside";
        File.Move(file, aside);
        place.History.MakeCurrent(version.Name, TimeProvider.System);

        await Task.Delay(TimeSpan.FromSeconds(6));

        Assert.Equal(before, await IdAsync(server));
        Assert.Empty(log.Warnings);
        File.Move(aside, file);
        await UntilAsync(async () => await IdAsync(server) == version.Name);
    }

    private Task<TestServer> StartAsync() =>
        TestServer.StartAsync(
            place.Path,
            logging: logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Warning)
        );

    private static async Task<string> IdAsync(TestServer server)
    {
        JsonElement model = await server.GetAsync("/api/model");
        return model.GetProperty("modelId").GetString()!;
    }

    private static async Task UntilAsync(Func<Task<bool>> come)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await come())
        {
            await Task.Delay(100, limit.Token);
        }
    }

    private sealed class WarningLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Warnings { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (IsEnabled(logLevel))
            {
                Warnings.Enqueue(formatter(state, exception));
            }
        }

        public void Dispose() { }
    }
}
