using Matinee.Api.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Client.Tests.Keys;

/// <summary>A server that asks for keys, which the client made before it did.</summary>
public sealed class KeyedServer(ServedBundles bundles) : IAsyncLifetime
{
    internal TestServer Server { get; private set; } = null!;
    internal CreatedKey Admin { get; private set; } = null!;
    internal CreatedKey Read { get; private set; } = null!;

    /// <summary>May write, about user 7 alone.</summary>
    internal CreatedKey OfUser7 { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await TestServer.StartAsync(bundles.Ease);
        var open = new MatineeClient(Server.Client);
        Admin = await open.CreateKeyAsync(new NewKey("operator", KeyScope.Admin));
        Read = await open.CreateKeyAsync(new NewKey("reader", KeyScope.Read));
        OfUser7 = await open.CreateKeyAsync(new NewKey("seven", KeyScope.Write) { UserId = 7, Days = 30 });
        await Server.RestartAsync(options => options with { Keys = KeysMode.On });
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    /// <summary>As an application has it.</summary>
    /// <param name="key">Null: none is configured.</param>
    internal MatineeClient Client(string? key)
    {
        var services = new ServiceCollection();
        services.AddMatineeClient(options =>
        {
            options.BaseAddress = Server.Address;
            options.ApiKey = key;
        });
        return services.BuildServiceProvider().GetRequiredService<MatineeClient>();
    }
}
