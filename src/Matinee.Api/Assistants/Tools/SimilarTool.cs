using System.Text.Json.Nodes;
using Matinee.Api.Http;
using Matinee.Api.Serving;
using Matinee.Core.Interactions;
using Matinee.Core.Ranking.Similar;
using ModelContextProtocol.Protocol;

namespace Matinee.Api.Assistants.Tools;

/// <summary>Movies like a movie.</summary>
internal sealed class SimilarTool(ServingContext serving, ILogger log) : MovieTool(serving, log)
{
    private const string MovieName = "movie";

    private static readonly Parameter[] Parameters =
    [
        .. SimilarReading.Parameters.Where(parameter =>
            parameter.Name is "limit" or "by" or "genre" or "year_min" or "year_max" or "min_ratings"
        ),
    ];

    protected override Tool Describe() =>
        new()
        {
            Name = "similar_movies",
            Title = "Similar movies",
            Description =
                "Movies like one movie, the most alike first, for anyone: nobody's taste counts. Likeness is 0 to 1. For what one person "
                + "would like, use recommend.",
            InputSchema = ToolSchema.Of(
                Parameters,
                [MovieName],
                new KeyValuePair<string, JsonNode>(
                    MovieName,
                    ToolRatings.MovieSchema("The movie that the others are like.")
                )
            ),
            OutputSchema = SchemaOf(ToolJson.Default.LikenessAnswer),
            Annotations = new ToolAnnotations
            {
                ReadOnlyHint = true,
                IdempotentHint = true,
                DestructiveHint = false,
                OpenWorldHint = false,
            },
        };

    protected override ValueTask<CallToolResult> AnswerAsync(ToolCall call, CancellationToken cancellation)
    {
        IQueryCollection values = ToolArguments.Query(call.Arguments, Parameters, MovieName);
        call.Check(writes: false, userId: null);
        SimilarRequest request = SimilarReading.Read(values, call.Model);
        NamedMovie named = call.Movie(MovieName);
        return ValueTask.FromResult(named.Item is { } item ? List(call.Model, item, request) : Unclear(call, named));
    }

    private static CallToolResult List(ServedModel model, ItemIndex item, SimilarRequest request)
    {
        ToolMovie movie = NamedMovie.Shown(model, item);
        ToolLikeness[] similar = [.. model.Similar.Of(item, request).Select(one => Shown(model, one))];
        return Answer(
            new LikenessAnswer { Movie = movie, Similar = similar },
            ToolJson.Default.LikenessAnswer,
            similar.Length == 0
                ? $"No movie that fits is like {movie.Title}."
                : ToolText.List($"Like {movie.Title}, the most alike first:", similar.Select(ToolText.Of))
        );
    }

    private static CallToolResult Unclear(ToolCall call, NamedMovie named)
    {
        UnclearMovie[] unclear = [ToolRatings.Unclear(call.Arguments[MovieName], named, call.Model)];
        return Answer(
            new LikenessAnswer { Unclear = unclear },
            ToolJson.Default.LikenessAnswer,
            ToolText.Unclear(unclear)
        );
    }

    private static ToolLikeness Shown(ServedModel model, SimilarMovie one)
    {
        ToolMovie movie = NamedMovie.Shown(model, one.Item);
        return new ToolLikeness
        {
            Id = movie.Id,
            Title = movie.Title,
            Year = movie.Year,
            Genres = movie.Genres,
            Likeness = Math.Round(one.Score, 4),
        };
    }
}
