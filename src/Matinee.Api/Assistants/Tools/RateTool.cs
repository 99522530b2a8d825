using System.Text.Json.Nodes;
using Matinee.Api.Http;
using Matinee.Api.Problems;
using Matinee.Api.Serving;
using ModelContextProtocol.Protocol;

namespace Matinee.Api.Assistants.Tools;

/// <summary>Gives a movie a person's stars.</summary>
internal sealed class RateTool(ServingContext serving, ILogger log) : MovieTool(serving, log)
{
    private const string MovieName = "movie";
    private const string StarsName = "stars";

    private static readonly Parameter[] Parameters = [ToolCall.UserId with { Required = true }];

    protected override Tool Describe() =>
        new()
        {
            Name = "rate_movie",
            Title = "Rate a movie",
            Description =
                "Stores the stars that a person gives a movie. It counts in their next recommendations, and replaces what they gave the "
                + "movie before; calling it again changes nothing. Only for stars that the person has named themselves. A title that "
                + "could mean several movies is answered with candidates, and nothing is rated.",
            InputSchema = ToolSchema.Of(
                Parameters,
                [ToolCall.UserId.Name, MovieName, StarsName],
                new KeyValuePair<string, JsonNode>(MovieName, ToolRatings.MovieSchema("The movie to rate.")),
                new KeyValuePair<string, JsonNode>(StarsName, ToolRatings.StarsSchema())
            ),
            OutputSchema = SchemaOf(ToolJson.Default.RateAnswer),
            Annotations = new ToolAnnotations
            {
                ReadOnlyHint = false,
                IdempotentHint = true,
                // The stars that were there before are gone.
                DestructiveHint = true,
                OpenWorldHint = false,
            },
        };

    protected override async ValueTask<CallToolResult> AnswerAsync(ToolCall call, CancellationToken cancellation)
    {
        IQueryCollection values = ToolArguments.Query(call.Arguments, Parameters, MovieName, StarsName);
        var errors = new Errors();
        int? userId = new QueryReader(values, errors).Whole((WholeParameter)Parameters[0]);
        float stars = call.Given(StarsName) is { } given
            ? ToolRatings.Stars(given, StarsName, errors)
            : Missing(errors);
        errors.ThrowIfAny();
        call.Check(writes: true, userId);
        NamedMovie named = call.Movie(MovieName);
        if (named.Item is not { } item)
        {
            UnclearMovie[] unclear = [ToolRatings.Unclear(call.Arguments[MovieName], named, call.Model)];
            return Answer(new RateAnswer { Unclear = unclear }, ToolJson.Default.RateAnswer, ToolText.Unclear(unclear));
        }

        MergedRating rating = await Serving.RateAsync(userId!.Value, call.Model, item, stars, time: null, cancellation);
        ToolMovie movie = NamedMovie.Shown(call.Model, item);
        return Answer(
            new RateAnswer { Rated = movie, Stars = rating.Stars },
            ToolJson.Default.RateAnswer,
            $"{ToolText.Of(movie)} is rated {ToolText.Stars(rating.Stars)}; it counts from now on."
        );
    }

    private static float Missing(Errors errors)
    {
        errors.Add(StarsName, "stars is needed: half stars from 0.5 to 5. Ask the person.");
        return 0;
    }
}
