using Matinee.Api.Contracts;
using Matinee.Api.Http;
using Matinee.Api.Problems;
using Matinee.Api.Search;
using Matinee.Api.Serving;
using Matinee.Core.Interactions;

namespace Matinee.Api.Endpoints;

/// <summary>Search in a person's own words.</summary>
internal sealed class SearchEndpoints(ServingContext serving)
{
    private static readonly WholeParameter Limit = CommonParameters.Limit(20, 100, "How many to list.");

    private static readonly TextParameter Query = new("q", "A title, some words or a sentence.", LongestText: 2_000)
    {
        Required = true,
        Example = "slow-burn space film about grief",
    };

    public void Map(IEndpointRouteBuilder app) =>
        app.Get(
            "/api/search",
            new Described("searchMovies", "Movies", "Find movies in your own words")
            {
                Description =
                    "By title, by words and by meaning at once (`mode` `hybrid`). While movies are still being read for their meaning, and "
                    + "where no sentence encoder is there, by title and words only (`lexical`), and `note` says so.",
                Parameters = [Query, CommonParameters.Genre, Limit],
                Answer = ApiJson.Readable.SearchPage,
            },
            Find
        );

    private async Task Find(HttpContext http)
    {
        ServedModel model = serving.Model;
        var errors = new Errors();
        var query = new QueryReader(http, errors);
        string? text = query.Text(Query);
        GenreChoice genres = query.Genres(model);
        int limit = query.Whole(Limit)!.Value;
        errors.ThrowIfAny();
        SearchAnswer answer = model.Facts.Search.Search(
            model.Index,
            new SearchRequest
            {
                Query = text!,
                Genres = genres.Wanted,
                ExcludedGenres = genres.Excluded,
                Limit = limit,
            }
        );
        await http.WriteAsync(
            new SearchPage
            {
                Mode = answer.Mode == SearchMode.Hybrid ? "hybrid" : "lexical",
                Note = answer.Note,
                Results =
                [
                    .. answer.Hits.Select(hit => new FoundMovie(
                        Math.Round(hit.Score, 6),
                        hit.IsTitle,
                        Answers.Movie(model, new ItemIndex(hit.Item))
                    )),
                ],
            },
            ApiJson.Readable.SearchPage
        );
    }
}
