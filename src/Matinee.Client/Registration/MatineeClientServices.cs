using System.Net.Http.Headers;
using Matinee.Client;
using Matinee.Client.Http;
using Microsoft.Extensions.Options;

// Where people look for it.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="MatineeClient"/>.</summary>
public static class MatineeClientServices
{
    /// <summary>
    /// Adds <see cref="MatineeClient"/> as a typed client of <see cref="IHttpClientFactory"/>.
    /// <see cref="MatineeClientOptions"/> may be configured elsewhere, too.
    /// </summary>
    /// <returns>For further handlers.</returns>
    public static IHttpClientBuilder AddMatineeClient(
        this IServiceCollection services,
        Action<MatineeClientOptions>? configure = null
    )
    {
        services.AddOptions<MatineeClientOptions>();
        if (configure is not null)
        {
            services.Configure(configure);
        }

        return services
            .AddHttpClient<MatineeClient>((provider, http) => Configure(http, Options(provider)))
            .AddHttpMessageHandler(provider => Retries(Options(provider), provider.GetService<TimeProvider>()));
    }

    private static void Configure(HttpClient http, MatineeClientOptions options)
    {
        options.Validate();
        // Without the slash the last part of the path would be replaced instead of gone on from.
        string address = options.BaseAddress.AbsoluteUri;
        http.BaseAddress = address.EndsWith('/') ? options.BaseAddress : new Uri(address + "/");
        http.Timeout = options.Timeout;
        if (!string.IsNullOrWhiteSpace(options.ApiKey))
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.ApiKey);
        }
    }

    private static RetryHandler Retries(MatineeClientOptions options, TimeProvider? time) =>
        new(options.Retries, options.LongestRetryDelay, time ?? TimeProvider.System);

    private static MatineeClientOptions Options(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<MatineeClientOptions>>().Value;
}
