using Matinee.Api.Contracts;
using Matinee.Api.Http;
using Matinee.Api.Problems;
using Matinee.Api.Serving;
using Matinee.Core.Interactions;
using Matinee.Core.Ranking;

namespace Matinee.Api.Endpoints;

/// <summary>How a user would rate a movie.</summary>
internal sealed class PredictionEndpoints(ServingContext serving)
{
    private static readonly WholeParameter UserId = new("user_id", "Who would rate it.", 1, int.MaxValue)
    {
        Required = true,
        Example = "1",
    };

    public void Map(IEndpointRouteBuilder app) =>
        app.Get(
            "/api/movies/{movie_id}/prediction",
            new Described("predictRating", "Movies", "How a user would rate a movie")
            {
                Description =
                    "With the probability of every number of stars where the loaded model knows it (a factorization machine does). "
                    + "A movie that nobody has rated has no prediction under a model that goes by ratings alone.",
                Parameters = [CommonParameters.MovieId, UserId],
                Answer = typeof(PredictionAnswer),
                Problems = [ProblemKind.UnknownUser, ProblemKind.UnknownMovie],
            },
            Predict
        );

    private async Task Predict(HttpContext http)
    {
        ServedModel model = serving.Model;
        ItemIndex item = http.Movie(model);
        var errors = new Errors();
        int? id = new QueryReader(http, errors).Whole(UserId);
        errors.ThrowIfAny();
        Person person = await serving.People.GetAsync(id!.Value, model, http.RequestAborted);
        RatingForecast? forecast = model.Extended.Forecast(person.History, item);
        await http.WriteAsync(
            new PredictionAnswer
            {
                MovieId = model.Catalog[item].Id.Value,
                UserId = id.Value,
                PredictedRating = Answers.Rounded(forecast?.Prediction.Mean),
                StandardDeviation = Answers.Rounded(forecast?.Prediction.StandardDeviation),
                Confidence = Answers.Rounded(forecast?.Prediction.Confidence),
                Levels = forecast?.Levels is { } levels
                    ? [.. levels.Select(level => new LevelChance(level.Stars, Math.Round(level.Probability, 4)))]
                    : null,
                Rating = person.RatingOf(item)?.Stars,
            },
            ApiJson.Readable.PredictionAnswer
        );
    }
}
