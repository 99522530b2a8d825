namespace Matinee.Api.Tests.Server;

/// <summary>One server for the tests that change nothing but users of their own.</summary>
public sealed class EaseServer(ServedBundles bundles) : IAsyncLifetime
{
    internal TestServer Server { get; private set; } = null!;
    internal ServedBundles Bundles => bundles;

    public async ValueTask InitializeAsync() => Server = await TestServer.StartAsync(bundles.Ease);

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
