using Matinee;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

// Where people look for it.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="IMovieRecommender"/>.</summary>
public static class MatineeServices
{
    /// <summary>Adds one <see cref="IMovieRecommender"/> for the whole application. <see cref="MatineeOptions"/> may be configured elsewhere, too.</summary>
    public static IServiceCollection AddMatinee(
        this IServiceCollection services,
        Action<MatineeOptions>? configure = null
    )
    {
        services.AddOptions<MatineeOptions>();
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.TryAddSingleton<IMovieRecommender>(provider =>
            MovieRecommender.Load(
                provider.GetRequiredService<IOptions<MatineeOptions>>().Value.ModelPath,
                provider.GetService<TimeProvider>()
            )
        );
        return services.AddHostedService<ModelLoading>();
    }
}
