using Matinee.Api.Access;
using Matinee.Api.Assistants;
using Matinee.Api.Documentation;
using Matinee.Api.Endpoints;
using Matinee.Api.Imports;
using Matinee.Api.Language;
using Matinee.Api.Language.Wording;
using Matinee.Api.Observability;
using Matinee.Api.Online;
using Matinee.Api.Posters;
using Matinee.Api.Retraining;
using Matinee.Api.Serving;
using Matinee.Api.Swapping;
using Matinee.Api.Web;

namespace Matinee.Api.Hosting;

internal static class EndpointMapping
{
    /// <summary>Every endpoint that there is.</summary>
    /// <param name="keys">What callers need; null where they need none.</param>
    public static void MapEverything(
        this WebApplication app,
        ServingContext serving,
        KeyRing? keys,
        ServerOptions options
    )
    {
        IServiceProvider services = app.Services;
        new RecommendationEndpoints(serving, services.GetRequiredService<ReasonWords>()).Map(app);
        new UserEndpoints(serving).Map(app);
        new RatingEndpoints(serving).Map(app);
        new HiddenEndpoints(serving).Map(app);
        new AllowListEndpoints(serving).Map(app);
        new EventEndpoints(serving).Map(app);
        new ImportEndpoints(serving, services.GetRequiredService<ImportPlaces>(), options.CorsOrigins).Map(app);
        new ExportEndpoints(serving).Map(app);
        new GroupEndpoints(serving).Map(app);
        new MovieEndpoints(serving).Map(app);
        new PosterEndpoints(serving, services.GetService<MoviePosters>()).Map(app);
        new PredictionEndpoints(serving).Map(app);
        new SimilarEndpoints(serving).Map(app);
        new OnboardingEndpoints(serving).Map(app);
        new SearchEndpoints(serving).Map(app);
        new AskEndpoints(serving, services.GetService<LanguageModel>()).Map(app);
        new AdminEndpoints(
            serving,
            services.GetRequiredService<ModelSwap>(),
            services.GetRequiredService<ModelSource>(),
            services.GetRequiredService<RetrainRuns>(),
            app.Lifetime
        ).Map(app);
        new ModelEndpoints(
            serving,
            services.GetRequiredService<OnlineQuality>(),
            services.GetService<MoviePosters>() is not null,
            app.Lifetime
        ).Map(app);
        new KeyEndpoints(services.GetRequiredService<KeyRing>(), serving.Time).Map(app);
        new SessionEndpoints(keys).Map(app);
        if (options.Mcp)
        {
            app.MapAssistants(options);
        }

        app.MapOpenApi().WithMetadata(NeedsAccess.Nothing);
        DocumentationPage.Map(app).WithMetadata(NeedsAccess.Nothing);
        app.MapMetrics(options);
        if (keys is not null)
        {
            new LoginPage(keys, new LoginStyle(services.GetRequiredService<WebFiles>())).Map(app);
        }
    }
}
