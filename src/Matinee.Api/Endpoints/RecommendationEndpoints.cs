using Matinee.Api.Access;
using Matinee.Api.Contracts;
using Matinee.Api.Http;
using Matinee.Api.Language.Wording;
using Matinee.Api.Problems;
using Matinee.Api.Serving;

namespace Matinee.Api.Endpoints;

/// <summary>Lists, for users and for visitors.</summary>
internal sealed class RecommendationEndpoints(ServingContext serving, ReasonWords words)
{
    private const string Tag = "Recommendations";
    private const int MostMovies = 100_000;

    public void Map(IEndpointRouteBuilder app)
    {
        app.Get(
            "/api/recommendations/{user_id}",
            new Described("recommendForUser", Tag, "Recommendations for a user")
            {
                Description =
                    "A profile of the user's ratings, their favourites, and movies they might like. Ratings that were given a moment ago "
                    + "count. “Recent” is by the user's own last rating, not by today's date.",
                Parameters = [CommonParameters.UserId, .. RecommendationQuery.Parameters],
                Answer = typeof(RecommendationsAnswer),
                Problems = [ProblemKind.UnknownUser],
            },
            ForUser
        );
        app.Post(
            "/api/recommendations",
            new Described("recommendForVisitor", Tag, "Recommendations for a visitor, from ratings in the body")
            {
                Description = "The same answer for someone without an id. Nothing is stored.",
                Needs = new NeedsAccess(AccessScope.Read),
                Parameters = RecommendationQuery.Parameters,
                Body = typeof(VisitorBody),
                BodyExample = """{ "ratings": [{ "movieId": 1, "rating": 4.5 }, { "movieId": 260, "rating": 5 }] }""",
                Answer = typeof(RecommendationsAnswer),
            },
            ForVisitor
        );
    }

    private async Task ForUser(HttpContext http)
    {
        int id = http.UserId();
        ServedModel model = serving.Model;
        RecommendationQuery query = RecommendationQuery.Read(http, model);
        Person person = await serving.People.GetAsync(id, model, http.RequestAborted);
        await AnswerAsync(http, "user", model, person, query);
    }

    private async Task ForVisitor(HttpContext http)
    {
        ServedModel model = serving.Model;
        RecommendationQuery query = RecommendationQuery.Read(http, model);
        VisitorBody body = await http.ReadAsync(ApiJson.Readable.VisitorBody);
        Person person = Visitor(body, model);
        await AnswerAsync(http, "visitor", model, person, query);
    }

    private async Task AnswerAsync(
        HttpContext http,
        string to,
        ServedModel model,
        Person person,
        RecommendationQuery query
    )
    {
        RecommendationsAnswer answer = Answers.Recommendations(model, person, query);
        int[] movies = [.. answer.Recommendations.Select(movie => movie.Id)];
        answer = answer with { RecommendationId = serving.Lists.Give(to, model, person.Id, movies) };
        if (query.InWords)
        {
            answer = answer with
            {
                Recommendations = await words.AddAsync(model, person, answer.Recommendations, http.RequestAborted),
            };
        }

        await http.WriteAsync(answer, ApiJson.Readable.RecommendationsAnswer);
    }

    private Person Visitor(VisitorBody body, ServedModel model)
    {
        var errors = new Errors();
        MergedRating[] ratings = RatingReading.Ratings(body.Ratings, "ratings", model, serving.Now, errors);
        int[]? hidden = MovieReading.Items(body.Hidden, "hidden", RatingReading.MostRatings, model, errors);
        int[]? only = MovieReading.Items(body.Only, "only", MostMovies, model, errors);
        errors.ThrowIfAny();
        return Merging.Visitor(model, ratings, hidden ?? [], only);
    }
}
