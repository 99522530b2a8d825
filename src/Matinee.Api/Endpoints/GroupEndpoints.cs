using Matinee.Api.Access;
using Matinee.Api.Contracts;
using Matinee.Api.Http;
using Matinee.Api.Problems;
using Matinee.Api.Serving;
using Matinee.Core.Catalog;
using Matinee.Core.Ranking;

namespace Matinee.Api.Endpoints;

/// <summary>One list for people who watch together.</summary>
internal sealed class GroupEndpoints(ServingContext serving)
{
    private const int MostMembers = 20;
    private const string Average = "average";
    private const string LeastMisery = "least-misery";

    public void Map(IEndpointRouteBuilder app) =>
        app.Post(
            "/api/groups/recommendations",
            new Described("recommendForGroup", "Recommendations", "One list for several people watching together")
            {
                Description =
                    "Everyone's scores are stretched alike, so that nobody counts more for a model that is surer of them, then joined: "
                    + "`average`, or `least-misery`, what a movie is to the one who wants it least. What one of them has seen counts as seen, "
                    + "what one hides is not listed, and a movie must be on every allow-list there is.",
                Needs = new NeedsAccess(AccessScope.Read),
                Parameters = RecommendationQuery.GroupParameters,
                Body = typeof(GroupBody),
                BodyExample =
                    """{ "members": [{ "userId": 1 }, { "ratings": [{ "movieId": 260, "rating": 5 }] }], "strategy": "least-misery" }""",
                Answer = typeof(GroupAnswer),
            },
            Recommend
        );

    private async Task Recommend(HttpContext http)
    {
        ServedModel model = serving.Model;
        RecommendationQuery query = RecommendationQuery.Read(http, model);
        GroupBody body = await http.ReadAsync(ApiJson.Readable.GroupBody);
        foreach (GroupMember? member in body.Members)
        {
            if (member?.UserId is { } id)
            {
                http.Caller().CheckUser(id);
            }
        }

        Person[] people = await PeopleAsync(body, model, http.RequestAborted);
        string strategy = body.Strategy ?? Average;
        GroupRecommendation[] list = model.Groups.Recommend(
            [.. people.Select(person => person.History)],
            query.For(people),
            strategy == Average ? GroupAggregation.Average : GroupAggregation.LeastMisery
        );
        await http.WriteAsync(
            new GroupAnswer
            {
                Strategy = strategy,
                Members = [.. people.Select(person => person.Id)],
                RecommendationId = serving.Lists.Give(
                    "group",
                    model,
                    userId: null,
                    [.. list.Select(one => model.Catalog[one.Item].Id.Value)]
                ),
                Recommendations = [.. list.Select(one => Shown(one, people, model.Catalog))],
            },
            ApiJson.Readable.GroupAnswer
        );
    }

    private async Task<Person[]> PeopleAsync(GroupBody body, ServedModel model, CancellationToken cancellation)
    {
        var errors = new Errors();
        if (body.Members.Count is 0 or > MostMembers)
        {
            errors.Add("members", $"members must have 1 to {MostMembers} entries, not {body.Members.Count}.");
            errors.ThrowIfAny();
        }

        if (body.Strategy is not null and not Average and not LeastMisery)
        {
            errors.Add(
                "strategy",
                $"strategy must be {Average} or {LeastMisery}, not '{QueryReader.Shown(body.Strategy)}'."
            );
        }

        var people = new List<Person>(body.Members.Count);
        for (int n = 0; n < body.Members.Count; n++)
        {
            if (await PersonAsync(body.Members[n], $"members[{n}]", model, errors, cancellation) is { } person)
            {
                people.Add(person);
            }
        }

        errors.ThrowIfAny();
        return [.. people];
    }

    private async Task<Person?> PersonAsync(
        GroupMember? member,
        string place,
        ServedModel model,
        Errors errors,
        CancellationToken cancellation
    )
    {
        if (member is not { UserId: null, Ratings: not null } and not { UserId: not null, Ratings: null })
        {
            errors.Add(place, $"{place} must have either a userId or ratings.");
            return null;
        }

        if (member.UserId is not { } id)
        {
            return Merging.Visitor(
                model,
                RatingReading.Ratings(member.Ratings, $"{place}.ratings", model, serving.Now, errors),
                [],
                null
            );
        }

        Person? person = await serving.People.FindAsync(id, model, cancellation);
        if (person is null)
        {
            errors.Add($"{place}.userId", $"{place}.userId: there is no user {id}.");
        }

        return person;
    }

    private static GroupRecommendedMovie Shown(GroupRecommendation one, Person[] people, MovieCatalog catalog)
    {
        Movie movie = catalog[one.Item];
        return new GroupRecommendedMovie
        {
            Id = movie.Id.Value,
            Title = movie.Title,
            Genres = movie.Genres,
            Year = movie.Year,
            Score = one.Score,
            PredictedRating = Math.Round(one.People.Average(person => person.Rating.Mean), 3),
            Members =
            [
                .. one.People.Select(
                    (score, n) =>
                        new GroupMemberScore(
                            people[n].Id,
                            Math.Round(score.Relevance, 4),
                            Math.Round(score.Rating.Mean, 3),
                            Answers.Rounded(score.Rating.Confidence)
                        )
                ),
            ],
        };
    }
}
