using Matinee.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Matinee.Api.Store;

public static class UserStoreRegistration
{
    /// <summary>
    /// Registers <see cref="IUserStore"/>. It opens when it is first asked for, and closes after the last request: with the
    /// service provider.
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
        return services.AddSingleton<IUserStore>(provider => provider.GetRequiredService<UserStore>());
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
}
