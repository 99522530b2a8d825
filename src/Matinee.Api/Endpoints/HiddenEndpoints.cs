using Matinee.Api.Contracts;
using Matinee.Api.Http;
using Matinee.Api.Problems;
using Matinee.Api.Serving;
using Matinee.Api.Store;

namespace Matinee.Api.Endpoints;

/// <summary>"Not interested": movies that a user is never recommended.</summary>
internal sealed class HiddenEndpoints(ServingContext serving)
{
    private const string Tag = "Hidden movies";
    private const string OfUser = "/api/users/{user_id}/hidden";

    public void Map(IEndpointRouteBuilder app)
    {
        app.Get(
            OfUser,
            new Described("listHidden", Tag, "Movies that a user is never recommended")
            {
                Parameters = [CommonParameters.UserId],
                Answer = typeof(MovieIdsAnswer),
                Problems = [ProblemKind.UnknownUser],
            },
            List
        );
        app.Put(
            $"{OfUser}/{{movie_id}}",
            new Described("hideMovie", Tag, "Never recommend a movie to a user")
            {
                Parameters = [CommonParameters.UserId, CommonParameters.MovieId],
                Status = StatusCodes.Status204NoContent,
                Problems = [ProblemKind.UnknownUser, ProblemKind.UnknownMovie],
            },
            http => Set(http, hidden: true)
        );
        app.Delete(
            $"{OfUser}/{{movie_id}}",
            new Described("unhideMovie", Tag, "Recommend a movie again")
            {
                Parameters = [CommonParameters.UserId, CommonParameters.MovieId],
                Status = StatusCodes.Status204NoContent,
                Problems = [ProblemKind.UnknownUser, ProblemKind.UnknownMovie],
            },
            http => Set(http, hidden: false)
        );
    }

    private async Task List(HttpContext http)
    {
        Person person = await serving.People.GetAsync(http.UserId(), serving.Model, http.RequestAborted);
        await http.WriteAsync(new MovieIdsAnswer(person.Record?.Hidden ?? []), ApiJson.Readable.MovieIdsAnswer);
    }

    private async Task Set(HttpContext http, bool hidden)
    {
        int id = http.UserId();
        ServedModel model = serving.Model;
        int movie = model.Catalog[http.Movie(model)].Id.Value;
        Person person = await serving.People.GetAsync(id, model, http.RequestAborted);
        if ((person.Record?.Hidden.Contains(movie) ?? false) != hidden)
        {
            UserRecord record = await serving.Store.SetHiddenAsync(id, movie, hidden, CancellationToken.None);
            serving.People.Get(record, model);
        }

        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
