using Matinee.Api.Access;
using Matinee.Api.Contracts;
using Matinee.Api.Http;
using Matinee.Api.Language;
using Matinee.Api.Language.Asking;
using Matinee.Api.Problems;
using Matinee.Api.Serving;

namespace Matinee.Api.Endpoints;

/// <summary>A list for a wish in a person's own words.</summary>
/// <param name="language">Null: texts are read by rules.</param>
internal sealed class AskEndpoints(ServingContext serving, LanguageModel? language)
{
    private const int LongestText = 1_000;

    public void Map(IEndpointRouteBuilder app) =>
        app.Post(
            "/api/ask",
            new Described("ask", "Recommendations", "Recommendations for a wish in your own words")
            {
                Description =
                    "Reads genres, years, how many, how varied, how well known, what about and like which movie out of a sentence, answers what "
                    + "was understood (`filters`) and the list that follows. A language model reads it where the server has one (`readBy` "
                    + "`model`), else rules for simple English sentences do. Movies come from the recommender alone.",
                Needs = new NeedsAccess(AccessScope.Read),
                Body = typeof(AskBody),
                BodyExample = """{ "text": "something funny from the 90s, no horror, short list", "userId": 1 }""",
                Answer = typeof(AskAnswer),
                Problems = [ProblemKind.UnknownUser],
            },
            Ask
        );

    private async Task Ask(HttpContext http)
    {
        ServedModel model = serving.Model;
        AskBody body = await http.ReadAsync(ApiJson.Readable.AskBody);
        Person person = await PersonAsync(http, body, model);
        Wish? byModel = language is null
            ? null
            : await ModelReader.ReadAsync(language, body.Text, model, http.RequestAborted);
        var check = new WishCheck(model, model.Facts.Search);
        (RecommendationQuery query, AskedFilters filters) = check.Check(byModel ?? RuleReader.Read(body.Text, model));
        await http.WriteAsync(
            new AskAnswer
            {
                UserId = person.Id,
                Filters = filters,
                ReadBy = byModel is null ? AskAnswer.ByRules : AskAnswer.ByModel,
                Ignored = check.Ignored,
                Recommendations = Answers.List(model, person, query),
            },
            ApiJson.Readable.AskAnswer
        );
    }

    private async Task<Person> PersonAsync(HttpContext http, AskBody body, ServedModel model)
    {
        var errors = new Errors();
        if (string.IsNullOrWhiteSpace(body.Text) || body.Text.Length > LongestText || body.Text.Any(char.IsControl))
        {
            errors.Add("text", $"text must have 1 to {LongestText} characters, no control characters.");
        }

        if (body is { UserId: not null, Ratings: not null })
        {
            errors.Add("ratings", "Give either userId or ratings: a user's ratings are known.");
        }

        MergedRating[] ratings = RatingReading.Ratings(body.Ratings, "ratings", model, serving.Now, errors);
        errors.ThrowIfAny();
        if (body.UserId is not { } id)
        {
            return Merging.Visitor(model, ratings, [], null);
        }

        http.Caller().CheckUser(id);
        return await serving.People.GetAsync(id, model, http.RequestAborted);
    }
}
