using System.Net;
using Matinee.Api.Assistants;
using Matinee.Api.Contracts;
using Matinee.Api.Documentation;
using Matinee.Api.Endpoints;
using Matinee.Api.Language;
using Matinee.Api.Language.Wording;
using Matinee.Api.Posters;
using Matinee.Api.Problems;
using Matinee.Api.Serving;
using Matinee.Api.Store;
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
        // Without a model no store is made.
        ModelBundle.ReadManifest(options.ModelPath);
        // The larger part of a start: it needs nothing of what follows.
        Task<ModelBundle> loading = Task.Run(() => ModelBundle.Load(options.ModelPath, ModelKinds.Core), cancellation);
        WebApplication app = Configure(options, logging);
        try
        {
            var store = app.Services.GetRequiredService<IUserStore>();
            IReadOnlyList<StoredMovie> added = await store.MoviesAsync(cancellation);
            ModelBundle bundle = await loading;
            var live = new LiveModel(bundle, added, store);
            app.Services.GetRequiredService<LiveModelPlace>().Model = live;
            Pipeline(app, options);
            EvaluationAnswer? evaluation = Evaluation(app, options, bundle.Manifest);
            Map(
                app,
                options,
                evaluation,
                app.Services.GetRequiredService<SearchPlace>(),
                app.Services.GetService<MoviePosters>()
            );
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
        services.AddRoutingCore();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<LiveModelPlace>();
        services.AddSingleton(provider => provider.GetRequiredService<LiveModelPlace>().Model!);
        services.AddSingleton(provider => new SearchPlace(
            provider.GetRequiredService<LiveModel>(),
            options.SemanticSearch
        ));
        services.AddSingleton(provider => new ServingContext(
            provider.GetRequiredService<LiveModel>(),
            new People(provider.GetRequiredService<IUserStore>()),
            provider.GetRequiredService<IUserStore>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddUserStore(new UserStoreOptions { Connection = options.Store });
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
            CacheFolder =
                options.PosterCache ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(options.Store))!, "posters"),
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
                        .WithHeaders("Content-Type")
                        .WithExposedHeaders("Location", "Retry-After")
                        .SetPreflightMaxAge(TimeSpan.FromHours(1))
                )
            );
        }
    }

    private static void Pipeline(WebApplication app, ServerOptions options)
    {
        ILogger log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Matinee.Requests");
        app.UseRequestLog(log);
        app.UseSecurityHeaders();
        app.UseProblems(log);
        if (options.TrustedProxies.Count > 0)
        {
            var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor };
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (string proxy in options.TrustedProxies)
            {
                forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
            }

            app.UseForwardedHeaders(forwarded);
        }

        app.UseWebPages(options.WebPath);
        app.UseRouting();
        if (options.CorsOrigins.Count > 0)
        {
            app.UseCors();
        }

        app.UseRateLimits(options);
        app.UseRequestTimeouts();
    }

    // A report is shown, not needed.
    private static EvaluationAnswer? Evaluation(WebApplication app, ServerOptions options, BundleManifest manifest)
    {
        try
        {
            return PublishedEvaluation.Read(options.ReportPath, manifest);
        }
        catch (MatineeException exception)
        {
            app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Matinee").ReportUnread(exception.Message);
            return null;
        }
    }

    private static void Map(
        WebApplication app,
        ServerOptions options,
        EvaluationAnswer? evaluation,
        SearchPlace search,
        MoviePosters? posters
    )
    {
        var serving = app.Services.GetRequiredService<ServingContext>();
        new RecommendationEndpoints(serving, app.Services.GetRequiredService<ReasonWords>()).Map(app);
        new UserEndpoints(serving).Map(app);
        new RatingEndpoints(serving).Map(app);
        new HiddenEndpoints(serving).Map(app);
        new AllowListEndpoints(serving).Map(app);
        new EventEndpoints(serving).Map(app);
        new GroupEndpoints(serving).Map(app);
        new MovieEndpoints(serving).Map(app);
        new PosterEndpoints(serving, posters).Map(app);
        new PredictionEndpoints(serving).Map(app);
        new SimilarEndpoints(serving).Map(app);
        new OnboardingEndpoints(serving).Map(app);
        new SearchEndpoints(serving, search).Map(app);
        new AskEndpoints(serving, search, app.Services.GetService<LanguageModel>()).Map(app);
        new ModelEndpoints(serving, evaluation, posters is not null, app.Lifetime).Map(app);
        if (options.Mcp)
        {
            app.MapAssistants(options);
        }

        app.MapOpenApi();
        DocumentationPage.Map(app);
    }

    /// <summary>Where the model goes once it is loaded, so that it is closed with everything else.</summary>
    private sealed class LiveModelPlace : IDisposable
    {
        public LiveModel? Model { get; set; }

        public void Dispose() => Model?.Dispose();
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
