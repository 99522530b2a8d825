using System.Text.Json;
using System.Text.Json.Nodes;
using Matinee.Api.Contracts;
using Matinee.Api.Http;
using Matinee.Api.Problems;
using Matinee.Api.Serving;
using ModelContextProtocol.Protocol;

namespace Matinee.Api.Assistants.Tools;

/// <summary>Movies that a person might like.</summary>
internal sealed class RecommendTool(ServingContext serving, ILogger log) : MovieTool(serving, log)
{
    private static readonly Parameter[] Parameters =
    [
        ToolCall.UserId,
        .. RecommendationQuery.Parameters.Where(parameter =>
            parameter.Name
                is "limit"
                    or "genre"
                    or "year_min"
                    or "year_max"
                    or "min_ratings"
                    or "diversity"
                    or "popularity"
        ),
    ];

    protected override Tool Describe() =>
        new()
        {
            Name = "recommend",
            Title = "Recommend movies",
            Description =
                "Movies that a person might like and has not seen, best first, each with the stars they would probably give (0.5 to 5) and "
                + "the measured reasons. Give user_id for someone this server knows, or ratings for anyone else (at least three movies "
                + "they know, liked or not); neither answers with what many people like. Tell the reasons as they are and add none of "
                + "your own; name no movie as recommended that is not in the answer.",
            InputSchema = ToolSchema.Of(
                Parameters,
                [],
                new KeyValuePair<string, JsonNode>(ToolRatings.Name, ToolRatings.Schema())
            ),
            OutputSchema = SchemaOf(ToolJson.Default.RecommendAnswer),
            Annotations = new ToolAnnotations
            {
                ReadOnlyHint = true,
                IdempotentHint = true,
                DestructiveHint = false,
                OpenWorldHint = false,
            },
        };

    protected override async ValueTask<CallToolResult> AnswerAsync(ToolCall call, CancellationToken cancellation)
    {
        IQueryCollection values = ToolArguments.Query(call.Arguments, Parameters, ToolRatings.Name);
        var errors = new Errors();
        int? userId = new QueryReader(values, errors).Whole(ToolCall.UserId);
        JsonElement? ratings = call.Given(ToolRatings.Name);
        if (userId is not null && ratings is not null)
        {
            errors.Add(ToolRatings.Name, "Give either user_id or ratings: a known person's ratings are known.");
        }

        errors.ThrowIfAny();
        call.Check(writes: false, userId);
        RecommendationQuery query = RecommendationQuery.Read(values, call.Model);
        var unclear = new List<UnclearMovie>();
        Person person =
            userId is { } id ? await Serving.People.GetAsync(id, call.Model, cancellation)
            : ratings is { } list
                ? Merging.Visitor(call.Model, ToolRatings.Read(list, call.Model, Serving.Now, unclear), [], null)
            : Merging.Visitor(call.Model, [], [], null);
        if (unclear.Count > 0)
        {
            return Answer(
                new RecommendAnswer { Unclear = unclear },
                ToolJson.Default.RecommendAnswer,
                ToolText.Unclear(unclear)
            );
        }

        ToolRecommendation[] movies = [.. Answers.List(call.Model, person, query).Select(Shown)];
        return Answer(
            new RecommendAnswer { Recommendations = movies },
            ToolJson.Default.RecommendAnswer,
            movies.Length == 0
                ? "No movie fits. Ask for fewer genres or more years."
                : ToolText.List(Heading(person), movies.Select(Line))
        );
    }

    private static string Heading(Person person) =>
        person.Ratings.Length == 0
            ? "Nothing is known about the person, so this is what many people like:"
            : "Recommended, with the stars they would probably give:";

    private static string Line(ToolRecommendation movie) =>
        $"{ToolText.Of(movie)}, {ToolText.Stars(movie.PredictedStars)}"
        + (movie.Reasons.Count > 0 ? $": {string.Join("; ", movie.Reasons.Select(reason => reason.Text))}" : "");

    private static ToolRecommendation Shown(RecommendedMovie movie) =>
        new()
        {
            Id = movie.Id,
            Title = movie.Title,
            Year = movie.Year,
            Genres = movie.Genres,
            PredictedStars = movie.PredictedRating,
            Reasons = [.. movie.Reasons!.Select(reason => new ToolReason(reason.Text, reason.MovieId))],
        };
}
