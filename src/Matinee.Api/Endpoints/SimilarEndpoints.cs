using Matinee.Api.Contracts;
using Matinee.Api.Http;
using Matinee.Api.Problems;
using Matinee.Api.Serving;
using Matinee.Core.Interactions;
using Matinee.Core.Ranking.Similar;

namespace Matinee.Api.Endpoints;

/// <summary>Movies like a movie.</summary>
internal sealed class SimilarEndpoints(ServingContext serving)
{
    public void Map(IEndpointRouteBuilder app) =>
        app.Get(
            "/api/movies/{movie_id}/similar",
            new Described("similarMovies", "Movies", "Movies like a movie")
            {
                Parameters = [CommonParameters.MovieId, .. SimilarReading.Parameters],
                Answer = typeof(SimilarPage),
                Problems = [ProblemKind.UnknownMovie],
            },
            List
        );

    private async Task List(HttpContext http)
    {
        ServedModel model = serving.Model;
        ItemIndex item = http.Movie(model);
        SimilarRequest request = SimilarReading.Read(http.Request.Query, model);
        SimilarMovie[] list = model.Similar.Of(item, request);
        await http.WriteAsync(
            new SimilarPage
            {
                MovieId = model.Catalog[item].Id.Value,
                By = SimilarReading.NameOf(request.Mode),
                Movies =
                [
                    .. list.Select(one => new SimilarMovieAnswer(
                        Math.Round(one.Score, 4),
                        one.Collaborative is { } likeness ? Math.Round(likeness, 4) : null,
                        Math.Round(one.Textual, 4),
                        Answers.Movie(model, one.Item)
                    )),
                ],
            },
            ApiJson.Readable.SimilarPage
        );
    }
}
