using Matinee.Api.Access;
using Matinee.Api.Contracts;
using Matinee.Api.Http;
using Matinee.Api.Online;
using Matinee.Api.Serving;
using Matinee.Core.Artifacts;

namespace Matinee.Api.Endpoints;

/// <summary>What is loaded, and whether it answers.</summary>
internal sealed class ModelEndpoints(
    ServingContext serving,
    OnlineQuality quality,
    bool hasPosters,
    IHostApplicationLifetime lifetime
)
{
    private const string Tag = "Operation";

    public void Map(IEndpointRouteBuilder app)
    {
        app.Get(
            "/api/model",
            new Described("getModel", Tag, "What is loaded, and how good it was on held-out ratings")
            {
                Answer = typeof(ModelAnswer),
            },
            Show
        );
        app.Get(
            "/health/live",
            new Described("live", Tag, "Whether the process answers")
            {
                Needs = NeedsAccess.Nothing,
                Answer = typeof(HealthAnswer),
            },
            http => http.WriteAsync(new HealthAnswer("live"), ApiJson.Readable.HealthAnswer)
        );
        app.Get(
            "/health/ready",
            new Described("ready", Tag, "Whether requests may be sent here; 503 while the server stops")
            {
                Needs = NeedsAccess.Nothing,
                Answer = typeof(HealthAnswer),
                Problems = [Problems.ProblemKind.Unavailable],
            },
            Ready
        );
    }

    private async Task Show(HttpContext http)
    {
        ServedModel model = serving.Model;
        BundleManifest manifest = model.Bundle.Manifest;
        await http.WriteAsync(
            new ModelAnswer
            {
                ModelId = model.ModelId,
                ServedSince = model.Facts.Since.ToUnixTimeSeconds(),
                Model = manifest.Model,
                RankedBy = model.Ranker.Kind,
                RatingsBy = model.Ratings.Kind,
                TrainedWith = manifest.MatineeVersion,
                FittedOn = manifest.FittedOn,
                Dataset = new DatasetAnswer(
                    manifest.Dataset.Hash,
                    manifest.Dataset.Layout,
                    manifest.Dataset.Simulated,
                    manifest.Dataset.Users,
                    manifest.Dataset.RankedMovies,
                    manifest.Dataset.CatalogMovies,
                    manifest.Dataset.FittedRatings
                ),
                Options = manifest.Options,
                Selection = manifest.Selection is { } selection
                    ? new SelectionAnswer(selection.Metric, selection.Value, selection.Trials.Count)
                    : null,
                Evaluation = model.Facts.Evaluation,
                Online = await quality.AnswerAsync(model.ModelId, http.RequestAborted),
                Genres = model.GenreCounts,
                // Whoever may ask about one user alone has no use for others.
                ExampleUsers = http.Caller().UserId is null ? model.Facts.ExampleUsers : [],
                HasHistories = model.Bundle.Histories is not null,
                AddedMovies = model.Catalog.Count - model.Bundle.Catalog.Count,
                Posters = hasPosters ? "tmdb" : "generated",
                Version = ModelBundle.MatineeVersion,
            },
            ApiJson.Readable.ModelAnswer
        );
    }

    private Task Ready(HttpContext http) =>
        lifetime.ApplicationStopping.IsCancellationRequested
            ? throw Problems.ProblemKind.Unavailable.Because("The server is stopping. Send requests elsewhere.")
            : http.WriteAsync(new HealthAnswer("ready"), ApiJson.Readable.HealthAnswer);
}
