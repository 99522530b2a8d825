using Matinee.Api.Store.Sqlite;
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
        services.AddSingleton<IStoreProvider, SqliteStoreProvider>();
        services.AddSingleton<IUserStore>(Open);
        return services.AddHostedService<UserStoreStart>();
    }

    private static UserStore Open(IServiceProvider services)
    {
        UserStoreOptions options = services.GetRequiredService<UserStoreOptions>();
        IStoreProvider[] known = [.. services.GetServices<IStoreProvider>()];
        IStoreProvider provider =
            known.FirstOrDefault(one => one.Name == options.Provider)
            ?? throw new MatineeException(
                $"The user store has no provider '{options.Provider}'. Choose {string.Join(" or ", known.Select(one => one.Name))}."
            );
        return new UserStore(
            provider.Open(options.Connection),
            options,
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<UserStore>>()
        );
    }

    /// <summary>Asking for the store opens it.</summary>
    private sealed class UserStoreStart(IUserStore store) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) =>
            store is null ? throw new InvalidOperationException() : Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
