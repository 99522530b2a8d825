namespace Matinee.Client.Tests.Server;

public sealed class ModelMethodTests(ServedBundles bundles) : IDisposable
{
    private readonly ModelPlace place = new(bundles);

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task SwitchModel_VersionAndPrevious_AnswersByIt()
    {
        string added = place.Add().Name;
        await using TestServer server = await StartAsync();
        var client = new MatineeClient(server.Client);
        string first = (await client.GetModelAsync()).ModelId;

        ModelSwitch there = await client.SwitchModelAsync(added);
        ModelFacts served = await client.GetModelAsync();
        ModelHistory history = await client.ListModelsAsync();
        ModelSwitch back = await client.SwitchModelAsync("previous");

        Assert.Equal((added, first, "als"), (there.ModelId, there.Before, there.Model));
        Assert.Equal((added, there.ServedSince), (served.ModelId, served.ServedSince));
        Assert.Equal(added, history.ModelId);
        Assert.Equal(["first", added], history.Versions.Select(version => version.Version));
        Assert.Equal([false, true], history.Versions.Select(version => version.Current));
        Assert.True(history is { LastRetrain: null, NextRetrain: null });
        Assert.Equal((first, added), (back.ModelId, back.Before));
    }

    [Fact]
    public async Task SwitchModel_DamagedOrUnknown_TheOldOneGoesOn()
    {
        var damaged = place.Add();
        ModelPlace.Damage(damaged);
        await using TestServer server = await StartAsync();
        var client = new MatineeClient(server.Client);

        var unusable = await Assert.ThrowsAsync<MatineeApiException>(() => client.SwitchModelAsync(damaged.Name));
        var unknown = await Assert.ThrowsAsync<MatineeApiException>(() => client.SwitchModelAsync("9999"));

        Assert.Equal(ProblemTypes.UnusableModel, unusable.Type);
        Assert.Equal(ProblemTypes.Validation, unknown.Type);
        Assert.Equal("ease", (await client.GetModelAsync()).Model);
    }

    [Fact]
    public async Task Retrain_ServerThatCan_SaysHowItWent()
    {
        await using TestServer server = await StartAsync("/bin/sh -c \"echo worse; exit 3\"");
        var client = new MatineeClient(server.Client);

        Retraining begun = await client.RetrainAsync(force: true);

        Assert.Equal((null, "running"), (begun.EndedAt, begun.Outcome));
        Retraining ended = await EndedAsync(client);
        Assert.Equal(("refused", "worse"), (ended.Outcome, ended.Message));
        Assert.True(ended.EndedAt >= begun.StartedAt);
    }

    [Fact]
    public async Task Retrain_ServerThatServesOnly_SaysHowToStartIt()
    {
        await using TestServer server = await StartAsync();

        var exception = await Assert.ThrowsAsync<MatineeApiException>(() =>
            new MatineeClient(server.Client).RetrainAsync()
        );

        Assert.Equal(ProblemTypes.NoRetrain, exception.Type);
        Assert.Contains("--retrain-command", exception.Message, StringComparison.Ordinal);
    }

    private Task<TestServer> StartAsync(string? retrain = null) =>
        TestServer.StartAsync(place.Path, options => options with { WatchModel = false, RetrainCommand = retrain });

    private static async Task<Retraining> EndedAsync(MatineeClient client)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            if ((await client.ListModelsAsync()).LastRetrain is { EndedAt: not null } ended)
            {
                return ended;
            }

            await Task.Delay(20, limit.Token);
        }
    }
}
