using System.Globalization;
using Matinee.Api.Contracts;
using Matinee.Api.Http;
using Matinee.Api.Search;
using Matinee.Api.Serving;
using Matinee.Core.Interactions;
using ModelContextProtocol.Protocol;

namespace Matinee.Api.Assistants.Tools;

/// <summary>Finds movies in a person's own words.</summary>
internal sealed class SearchTool(ServingContext serving, ILogger log) : MovieTool(serving, log)
{
    protected override Tool Describe() =>
        new()
        {
            Name = "search_movies",
            Title = "Search movies",
            Description =
                "Finds movies of this catalogue by title (mistyped is fine) or by what they are about, in free words: 'slow-burn space film "
                + "about grief'. Gives ids, which other tools take. It knows nobody's taste: use recommend for that.",
            InputSchema = ToolSchema.Of(SearchReading.Parameters, [SearchReading.Query.Name]),
            OutputSchema = SchemaOf(ToolJson.Default.FindAnswer),
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
        IQueryCollection values = ToolArguments.Query(call.Arguments, SearchReading.Parameters);
        call.Check(writes: false, userId: null);
        SearchRequest request = SearchReading.Read(values, call.Model);
        SearchAnswer answer = call.Model.Facts.Search.Search(call.Model.Index, request);
        ToolFind[] movies = [.. answer.Hits.Select(hit => Shown(Answers.Movie(call.Model, new ItemIndex(hit.Item))))];
        CallToolResult result = Answer(
            new FindAnswer { Movies = movies },
            ToolJson.Default.FindAnswer,
            movies.Length == 0
                ? "Nothing was found. Try other or fewer words."
                : ToolText.List("Found, best first:", movies.Select(Line))
        );
        return ValueTask.FromResult(result);
    }

    private static string Line(ToolFind movie) =>
        movie.AverageStars is { } stars
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{ToolText.Of(movie)}, {ToolText.Stars(stars)} from {movie.Ratings} people"
            )
            : ToolText.Of(movie);

    private static ToolFind Shown(MovieAnswer movie) =>
        new()
        {
            Id = movie.Id,
            Title = movie.Title,
            Year = movie.Year,
            Genres = movie.Genres,
            AverageStars = movie.AverageRating,
            Ratings = movie.Ratings,
        };
}
