using Matinee.Api.Contracts;
using Matinee.Api.Http;
using Matinee.Api.Search;
using Matinee.Api.Serving;
using Matinee.Core.Interactions;

namespace Matinee.Api.Endpoints;

/// <summary>Search in a person's own words.</summary>
internal sealed class SearchEndpoints(ServingContext serving)
{
    public void Map(IEndpointRouteBuilder app) =>
        app.Get(
            "/api/search",
            new Described("searchMovies", "Movies", "Find movies in your own words")
            {
                Description =
                    "By title, by words and by meaning at once (`mode` `hybrid`). While movies are still being read for their meaning, and "
                    + "where no sentence encoder is there, by title and words only (`lexical`), and `note` says so.",
                Parameters = SearchReading.Parameters,
                Answer = typeof(SearchPage),
            },
            Find
        );

    private async Task Find(HttpContext http)
    {
        ServedModel model = serving.Model;
        SearchAnswer answer = model.Facts.Search.Search(model.Index, SearchReading.Read(http.Request.Query, model));
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
