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
    private static readonly WholeParameter Limit = CommonParameters.Limit(10, 100, "Length of the list.");

    private static readonly ChoiceParameter By = new(
        "by",
        "`collaborative`: by who rated them; `textual`: by what they say of themselves; `blended`: both, ratings the more the better the movie is known.",
        ["blended", "collaborative", "textual"],
        "blended"
    );

    public void Map(IEndpointRouteBuilder app) =>
        app.Get(
            "/api/movies/{movie_id}/similar",
            new Described("similarMovies", "Movies", "Movies like a movie")
            {
                Parameters =
                [
                    CommonParameters.MovieId,
                    By,
                    Limit,
                    CommonParameters.Offset,
                    .. FilterReading.Parameters,
                    FilterReading.Only,
                ],
                Answer = ApiJson.Readable.SimilarPage,
                Problems = [ProblemKind.UnknownMovie],
            },
            List
        );

    private async Task List(HttpContext http)
    {
        ServedModel model = serving.Model;
        ItemIndex item = http.Movie(model);
        var errors = new Errors();
        var query = new QueryReader(http, errors);
        string by = query.Choice(By);
        var request = new SimilarRequest
        {
            Count = query.Whole(Limit)!.Value,
            Offset = query.Whole(CommonParameters.Offset)!.Value,
            Mode = Enum.Parse<SimilarityMode>(by, ignoreCase: true),
            Filter = query.Filter(model),
            Only = query.Items(FilterReading.Only, model) is { } only ? only : (ReadOnlyMemory<int>?)null,
        };
        errors.ThrowIfAny();
        SimilarMovie[] list = model.Similar.Of(item, request);
        await http.WriteAsync(
            new SimilarPage
            {
                MovieId = model.Catalog[item].Id.Value,
                By = by,
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
