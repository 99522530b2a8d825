using Matinee.Api.Contracts;
using Matinee.Api.Http;
using Matinee.Api.Problems;
using Matinee.Api.Serving;
using Matinee.Api.Store;

namespace Matinee.Api.Endpoints;

/// <summary>"The films on my server": the only movies that a user is recommended.</summary>
internal sealed class AllowListEndpoints(ServingContext serving)
{
    private const string Tag = "Allow-lists";
    private const string OfUser = "/api/users/{user_id}/allow-list";
    private const int MostMovies = 100_000;

    public void Map(IEndpointRouteBuilder app)
    {
        app.Get(
            OfUser,
            new Described("getAllowList", Tag, "The only movies that a user is recommended")
            {
                Parameters = [CommonParameters.UserId],
                Answer = typeof(AllowListAnswer),
                Problems = [ProblemKind.UnknownUser],
            },
            Show
        );
        app.Put(
            OfUser,
            new Described("putAllowList", Tag, "Keep a user's recommendations to these movies")
            {
                Description =
                    "Replaces the list. Movies that the catalogue lacks are left out and named in the answer: your films may be more than "
                    + "the model knows. An empty list means that nothing is recommended.",
                Parameters = [CommonParameters.UserId],
                Body = typeof(AllowListBody),
                BodyExample = """{ "movieIds": [1, 260, "imdb:tt0133093", "tmdb:603"] }""",
                Answer = typeof(StoredAllowList),
                Problems = [ProblemKind.UnknownUser],
            },
            Put
        );
        app.Delete(
            OfUser,
            new Described("deleteAllowList", Tag, "Recommend any movie again")
            {
                Parameters = [CommonParameters.UserId],
                Status = StatusCodes.Status204NoContent,
                Problems = [ProblemKind.UnknownUser],
            },
            Delete
        );
    }

    private async Task Show(HttpContext http)
    {
        Person person = await serving.People.GetAsync(http.UserId(), serving.Model, http.RequestAborted);
        await http.WriteAsync(new AllowListAnswer(person.Record?.AllowList), ApiJson.Readable.AllowListAnswer);
    }

    private async Task Put(HttpContext http)
    {
        int id = http.UserId();
        ServedModel model = serving.Model;
        AllowListBody body = await http.ReadAsync(ApiJson.Readable.AllowListBody);
        var errors = new Errors();
        var unknown = new List<string>();
        int[]? items = MovieReading.Items(body.MovieIds, "movieIds", MostMovies, model, errors, unknown);
        errors.ThrowIfAny();
        await serving.People.GetAsync(id, model, http.RequestAborted);
        int[] movies = [.. items!.Select(item => model.Catalog.Movies[item].Id.Value).Order()];
        UserRecord record = await serving.Store.SetAllowListAsync(id, movies, CancellationToken.None);
        serving.People.Get(record, model);
        await http.WriteAsync(new StoredAllowList(movies, unknown), ApiJson.Readable.StoredAllowList);
    }

    private async Task Delete(HttpContext http)
    {
        int id = http.UserId();
        Person person = await serving.People.GetAsync(id, serving.Model, http.RequestAborted);
        if (person.Record?.AllowList is not null)
        {
            await serving.Store.SetAllowListAsync(id, null, CancellationToken.None);
        }

        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
