using System.Net;
using Matinee.Api.Access;
using Matinee.Api.Assistants;
using Matinee.Api.Documentation;
using Matinee.Api.Imports;
using Matinee.Api.Language;
using Matinee.Api.Observability;
using Matinee.Api.Online;
using Matinee.Api.Posters;
using Matinee.Api.Problems;
using Matinee.Api.Search.Semantic;
using Matinee.Api.Serving;
using Matinee.Api.Store;
using Matinee.Api.Swapping;
using Matinee.Api.Web;
using Matinee.Core;
using Matinee.Core.Artifacts;
using Matinee.Core.Models;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Matinee.Api.Hosting;

/// <summary>Puts the server together: services, what every request goes through, and the endpoints.</summary>
internal static class ServerBuilding
{
    /// <summary>With the model loaded and the store open.</summary>
    public static async Task<WebApplication> BuildAsync(
        ServerOptions options,
        Action<ILoggingBuilder>? logging,
        CancellationToken cancellation
    )
    {
        // The larger part of a start: it needs nothing of what follows.
        Task<ModelBundle> loading = Task.Run(
            () => ModelBundle.LoadForServing(options.ModelPath, ModelKinds.Core),
            cancellation
        );
        WebApplication app = Configure(options, logging);
        try
        {
            // Without a model no store is made.
            ModelBundle.ReadManifest(options.ModelPath);
            var store = app.Services.GetRequiredService<IUserStore>();
            IReadOnlyList<StoredMovie> added = await store.MoviesAsync(cancellation);
            ModelBundle bundle = await loading;
            BundleFacts facts = app.Services.GetRequiredService<ModelSource>().Facts(bundle);
            var live = new LiveModel(bundle, facts, added, store);
            var loaded = app.Services.GetRequiredService<LoadedPlace>();
            loaded.Model = live;
            KeyRing? asked = await KeysAsync(app, options, cancellation);
            Pipeline(app, options, asked);
            loaded.Ids = new ListIds(await app.Services.GetRequiredService<IOutcomeStore>().KeyAsync(cancellation));
            app.MapEverything(app.Services.GetRequiredService<ServingContext>(), asked, options);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static WebApplication Configure(ServerOptions options, Action<ILoggingBuilder>? logging)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.AddServerLogging(options);
        logging?.Invoke(builder.Logging);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, options));
        IServiceCollection services = builder.Services;
        // Whoever runs the server decides what ends it; the host's own way would print and handle signals.
        services.AddSingleton<IHostLifetime, NoLifetime>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(options.ShutdownSeconds));
        services.AddSingleton(options);
        services.AddRoutingCore();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<LoadedPlace>();
        services.AddSingleton(_ => WebFiles.Read(options.WebPath));
        services.AddSingleton(provider => provider.GetRequiredService<LoadedPlace>().Model!);
        services.AddSingleton(provider => provider.GetRequiredService<LoadedPlace>().Ids!);
        services.AddSingleton(provider => new SearchPlace(
            provider.GetRequiredService<LiveModel>(),
            options.SemanticSearch ? new SemanticIndexOptions() : null
        ));
        services.AddModelSwap(options);
        services.AddSingleton<ImportPlaces>();
        services.AddSingleton<People>();
        services.AddSingleton<OnlineLists>();
        services.AddSingleton<ServingContext>();
        services.AddUserStore(new UserStoreOptions { Connection = options.Store });
        services.AddHostedService<MovieFollower>();
        services.AddSingleton<IKeyStore, StoredKeys>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton<StoreTables>();
        services.AddSingleton<IOutcomeStore, StoredOutcomes>();
        services.AddSingleton<OnlineRecorder>();
        services.AddHostedService(provider => provider.GetRequiredService<OnlineRecorder>());
        services.AddSingleton<OnlineQuality>();
        services.AddTelemetry(options);
        services.AddPosters(options);
        services.AddLanguage(options);
        services.AddRateLimits(options);
        services.AddRequestTimeouts(timeouts =>
            timeouts.DefaultPolicy = new RequestTimeoutPolicy
            {
                Timeout = TimeSpan.FromSeconds(options.RequestTimeoutSeconds),
                TimeoutStatusCode = StatusCodes.Status504GatewayTimeout,
            }
        );
        services.AddCors(options);
        services.AddApiDocument();
        if (options.Mcp)
        {
            services.AddMcp();
        }

        return builder.Build();
    }

    private static void Listen(KestrelServerOptions kestrel, ServerOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = options.MaxBodyBytes;
        kestrel.Limits.MaxRequestLineSize = 16 << 10;
        kestrel.Limits.MaxRequestHeadersTotalSize = 32 << 10;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        switch (options.Host)
        {
            case "*":
                kestrel.ListenAnyIP(options.Port);
                break;
            // Kestrel can't take any free port on both of localhost's addresses.
            case "localhost" when options.Port > 0:
                kestrel.ListenLocalhost(options.Port);
                break;
            case "localhost":
                kestrel.Listen(IPAddress.Loopback, 0);
                break;
            default:
                kestrel.Listen(IPAddress.Parse(options.Host), options.Port);
                break;
        }
    }

    // Without a key there is nothing that could ask.
    private static void AddPosters(this IServiceCollection services, ServerOptions options)
    {
        if (options.TmdbKey is not { } key)
        {
            return;
        }

        var posters = new PosterOptions
        {
            Key = key,
            ApiUrl = options.TmdbApiUrl,
            ImageUrl = options.TmdbImageUrl,
            CacheFolder = options.PosterCache ?? Path.Combine(StorePlaces.FolderOf(options.Store), "posters"),
            CacheBytes = (long)options.PosterCacheMegabytes << 20,
        };
        services.AddSingleton(provider => new MoviePosters(
            posters,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger("Matinee.Posters")
        ));
    }

    private static void AddCors(this IServiceCollection services, ServerOptions options)
    {
        if (options.CorsOrigins.Count > 0)
        {
            services.AddCors(cors =>
                cors.AddDefaultPolicy(policy =>
                    policy
                        .WithOrigins([.. options.CorsOrigins])
                        .WithMethods("GET", "POST", "PUT", "DELETE")
                        .WithHeaders("Content-Type", "Authorization")
                        .WithExposedHeaders("Location", "Retry-After")
                        .SetPreflightMaxAge(TimeSpan.FromHours(1))
                )
            );
        }
    }

    /// <returns>The keys that callers need; null where they need none.</returns>
    private static async Task<KeyRing?> KeysAsync(
        WebApplication app,
        ServerOptions options,
        CancellationToken cancellation
    )
    {
        if (!options.AsksForKeys)
        {
            return null;
        }

        var keys = app.Services.GetRequiredService<KeyRing>();
        return await keys.AnyValidAsync(cancellation)
            ? keys
            : throw new MatineeException(
                (options.IsLocal ? "Callers need a key" : $"Others can reach {options.Host}, so callers need a key")
                    + ", and there is none yet. Make one with 'matinee keys create --scope admin', or pass --keys off to let everyone in who reaches the port."
            );
    }

    private static void Pipeline(WebApplication app, ServerOptions options, KeyRing? keys)
    {
        ILogger log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Matinee.Requests");
        app.UseRequestLog(log);
        app.UseSecurityHeaders();
        app.UseProblems(log);
        if (options.TrustedProxies.Count > 0)
        {
            var forwarded = new ForwardedHeadersOptions
            {
                ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            };
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (string proxy in options.TrustedProxies)
            {
                forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
            }

            app.UseForwardedHeaders(forwarded);
        }

        if (options.ChecksRequests)
        {
            app.UseRequestChecks(options);
        }

        app.UseWebPages(app.Services.GetRequiredService<WebFiles>(), keys);
        app.UseRouting();
        if (options.CorsOrigins.Count > 0)
        {
            app.UseCors();
        }

        app.UseRateLimits(options);
        if (keys is not null)
        {
            app.UseAccessControl(keys, app.Services.GetRequiredService<MatineeMetrics>());
        }

        app.UseRequestTimeouts();
    }

    /// <summary>Where goes what is there once model and store are, so that it is closed with everything else.</summary>
    private sealed class LoadedPlace : IDisposable
    {
        public LiveModel? Model { get; set; }

        public ListIds? Ids { get; set; }

        public void Dispose() => Model?.Dispose();
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
