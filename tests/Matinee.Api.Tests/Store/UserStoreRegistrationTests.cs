using Matinee.Api.Store;
using Matinee.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Matinee.Api.Tests.Store;

public sealed class UserStoreRegistrationTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AddUserStore_AskedFor_IsOpenUntilTheHostIsDisposed()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddUserStore(new UserStoreOptions { Connection = folder.File });
        using (IHost host = builder.Build())
        {
            await host.StartAsync();
            Assert.False(File.Exists(folder.File));
            IUserStore opened = host.Services.GetRequiredService<IUserStore>();
            Assert.Throws<MatineeException>(() => folder.Open());
            Assert.Equal(1, (await opened.CreateUserAsync(0)).Id);
            await host.StopAsync();
            await ((IAsyncDisposable)host).DisposeAsync();
        }

        await using UserStore store = folder.Open();
        Assert.NotNull(await store.FindAsync(1));
    }

    [Fact]
    public async Task AddUserStore_FurtherProvider_TakesOneRegistration()
    {
        await using ServiceProvider services = Services("elsewhere")
            .AddSingleton<IStoreProvider>(new Elsewhere())
            .BuildServiceProvider();

        NotSupportedException error = Assert.Throws<NotSupportedException>(() =>
            services.GetRequiredService<IUserStore>()
        );
        Assert.Equal(folder.File, error.Message);
    }

    [Fact]
    public async Task AddUserStore_UnknownProvider_SaysWhichThereAre()
    {
        await using ServiceProvider services = Services("sqlit").BuildServiceProvider();

        string message = Assert.Throws<MatineeException>(() => services.GetRequiredService<IUserStore>()).Message;
        Assert.Contains("no provider 'sqlit'. Choose postgres or sqlite", message);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("store.db", -1)]
    public void AddUserStore_BadOptions_AreRefused(string connection, int cachedRows) =>
        Assert.Throws<MatineeException>(() =>
            new ServiceCollection().AddUserStore(
                new UserStoreOptions { Connection = connection, CachedRows = cachedRows }
            )
        );

    private IServiceCollection Services(string provider) =>
        new ServiceCollection()
            .AddLogging()
            .AddUserStore(new UserStoreOptions { Connection = folder.File, Provider = provider });

    private sealed class Elsewhere : IStoreProvider
    {
        public string Name => "elsewhere";

        public bool Takes(string connection) => false;

        public IStoreDatabase Open(string connection) => throw new NotSupportedException(connection);

        public IStoreDatabase OpenToRead(string connection) => Open(connection);
    }
}
