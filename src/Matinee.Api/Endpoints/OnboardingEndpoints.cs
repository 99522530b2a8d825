using Matinee.Api.Contracts;
using Matinee.Api.Http;
using Matinee.Api.Problems;
using Matinee.Api.Serving;
using Matinee.Core.Interactions;

namespace Matinee.Api.Endpoints;

/// <summary>What to ask a newcomer.</summary>
internal sealed class OnboardingEndpoints(ServingContext serving)
{
    private static readonly WholeParameter Limit = CommonParameters.Limit(10, 100, "How many to ask for.");

    private static readonly RatingsParameter Rated = new(
        "rated",
        "The ratings so far, `movie:stars` separated by commas.",
        MostRatings: 200
    )
    {
        Example = "260:5,imdb:tt0133093:3.5",
    };

    private static readonly MoviesParameter Skipped = new(
        "skipped",
        "Movies that the person could not or would not rate, separated by commas.",
        MostMovies: 1_000
    );

    private static readonly WholeParameter UserId = new(
        "user_id",
        "Whose stored ratings count as well.",
        1,
        int.MaxValue
    );

    public void Map(IEndpointRouteBuilder app) =>
        app.Get(
            "/api/onboarding/movies",
            new Described("onboardingMovies", "Movies", "Which movies to ask a newcomer to rate")
            {
                Description =
                    "Well known, so that many can answer, and rated differently, so that the answer says something; spread over tastes, and "
                    + "closer to what the person is likely to have seen as ratings come. The same ratings always lead to the same questions.",
                Parameters = [Limit, Rated, Skipped, UserId],
                Answer = typeof(OnboardingPage),
                Problems = [ProblemKind.UnknownUser],
            },
            List
        );

    private async Task List(HttpContext http)
    {
        ServedModel model = serving.Model;
        var errors = new Errors();
        var query = new QueryReader(http, errors);
        int limit = query.Whole(Limit)!.Value;
        MergedRating[] rated = query.Ratings(Rated, model, serving.Now);
        int[] skipped = query.Items(Skipped, model) ?? [];
        int? user = query.Whole(UserId);
        errors.ThrowIfAny();
        if (user is { } id)
        {
            Person stored = await serving.People.GetAsync(id, model, http.RequestAborted);
            rated =
            [
                .. rated.Concat(stored.Ratings).DistinctBy(rating => rating.Item).OrderBy(rating => rating.Item.Value),
            ];
            skipped = [.. skipped, .. stored.AlsoSeen, .. stored.Hidden];
        }

        Person person = Merging.Visitor(model, rated, [], null);
        ItemIndex[] next = model.Onboarding.Next(person.History, skipped, limit);
        await http.WriteAsync(
            new OnboardingPage(rated.Length, [.. next.Select(item => Answers.Movie(model, item))]),
            ApiJson.Readable.OnboardingPage
        );
    }
}
