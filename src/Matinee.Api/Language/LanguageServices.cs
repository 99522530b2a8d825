using Matinee.Api.Hosting;
using Matinee.Api.Language.Wording;

namespace Matinee.Api.Language;

internal static class LanguageServices
{
    /// <summary>What words reasons and reads wishes; with a language model only where the operator names one.</summary>
    public static void AddLanguage(this IServiceCollection services, ServerOptions options)
    {
        if (options is { LlmUrl: { } url, LlmModel: { } model })
        {
            var language = new LanguageOptions(
                url,
                model,
                options.LlmKey,
                TimeSpan.FromSeconds(options.LlmTimeoutSeconds)
            );
            services.AddSingleton(provider => new LanguageModel(
                language,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILoggerFactory>().CreateLogger("Matinee.Language")
            ));
        }

        services.AddSingleton(provider => new ReasonWords(provider.GetService<LanguageModel>()));
    }
}
