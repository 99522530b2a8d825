using Matinee.Api.Hosting;
using Matinee.Api.Retraining;
using Matinee.Api.Serving;

namespace Matinee.Api.Swapping;

internal static class SwapRegistration
{
    /// <summary>What exchanges the model that answers: on request, when its folder changes, and on a schedule.</summary>
    public static void AddModelSwap(this IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(provider => new ModelSource(options, Time(provider), Log(provider, "Matinee")));
        services.AddSingleton(provider => new ModelSwap(
            provider.GetRequiredService<LiveModel>(),
            provider.GetRequiredService<SearchPlace>(),
            provider.GetRequiredService<ModelSource>(),
            Time(provider),
            Log(provider, "Matinee.Model")
        ));
        services.AddSingleton(provider => new RetrainRuns(
            RetrainProgram.Of(options),
            provider.GetRequiredService<ModelSwap>(),
            Time(provider),
            Log(provider, "Matinee.Retrain")
        ));
        if (options.WatchModel)
        {
            services.AddHostedService(provider => new ModelWatch(
                provider.GetRequiredService<ModelSwap>(),
                provider.GetRequiredService<ModelSource>(),
                provider.GetRequiredService<LiveModel>(),
                Time(provider),
                Log(provider, "Matinee.Model")
            ));
        }

        services.AddHostedService(provider => new RetrainTimer(
            options.RetrainSchedule,
            provider.GetRequiredService<RetrainRuns>(),
            Time(provider),
            Log(provider, "Matinee.Retrain")
        ));
    }

    private static TimeProvider Time(IServiceProvider provider) => provider.GetRequiredService<TimeProvider>();

    private static ILogger Log(IServiceProvider provider, string name) =>
        provider.GetRequiredService<ILoggerFactory>().CreateLogger(name);
}
