using Matinee.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Matinee.Api.Store;

public static class UserStoreRegistration
{
    /// <summary>
    /// Registers <see cref="IUserStore"/>. It opens before the server listens, and closes after the last request: with
    /// the service provider.
    /// </summary>
    public static IServiceCollection AddUserStore(this IServiceCollection services, UserStoreOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options.Validate());
        foreach (IStoreProvider provider in StoreProviders.All)
        {
            services.AddSingleton(provider);
        }

        // Further tables are read and written through the database, past the memory of users.
        services.AddSingleton(Open);
        services.AddSingleton(Store);
        services.AddSingleton<IUserStore>(provider => provider.GetRequiredService<UserStore>());
        return services.AddHostedService<UserStoreStart>();
    }

    private static UserStore Store(IServiceProvider services) =>
        new(
            services.GetRequiredService<IStoreDatabase>(),
            services.GetRequiredService<UserStoreOptions>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<UserStore>>()
        );

    private static IStoreDatabase Open(IServiceProvider services)
    {
        UserStoreOptions options = services.GetRequiredService<UserStoreOptions>();
        IStoreProvider[] known = [.. services.GetServices<IStoreProvider>()];
        IStoreProvider provider =
            known.FirstOrDefault(one =>
                options.Provider is null ? one.Takes(options.Connection) : one.Name == options.Provider
            )
            ?? throw new MatineeException(
                $"The user store has no provider '{options.Provider}'. Choose {string.Join(" or ", known.Select(one => one.Name))}."
            );
        return provider.Open(options.Connection);
    }

    /// <summary>Asking for the store opens it; once the server listens, it makes ready for the first users.</summary>
    private sealed class UserStoreStart(UserStore store) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken)
        {
            store.WarmUp();
            return Task.CompletedTask;
        }

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
