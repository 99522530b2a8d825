using Matinee.Api.Problems;
using Matinee.Api.Serving;
using Matinee.Core.Ranking.Similar;

namespace Matinee.Api.Http;

/// <summary>Which of the movies like a movie a query asks for.</summary>
internal static class SimilarReading
{
    private static readonly WholeParameter Limit = CommonParameters.Limit(10, 100, "Length of the list.");

    private static readonly ChoiceParameter By = new(
        "by",
        "`collaborative`: by who rated them; `textual`: by what they say of themselves; `blended`: both, ratings the more the better the movie is known.",
        ["blended", "collaborative", "textual"],
        "blended"
    );

    public static IReadOnlyList<Parameter> Parameters { get; } =
    [By, Limit, CommonParameters.Offset, .. FilterReading.Parameters, FilterReading.Only];

    /// <exception cref="ProblemException">A value is not valid.</exception>
    public static SimilarRequest Read(IQueryCollection values, ServedModel model)
    {
        var errors = new Errors();
        var query = new QueryReader(values, errors);
        var request = new SimilarRequest
        {
            Mode = Enum.Parse<SimilarityMode>(query.Choice(By), ignoreCase: true),
            Count = query.Whole(Limit)!.Value,
            Offset = query.Whole(CommonParameters.Offset)!.Value,
            Filter = query.Filter(model),
            Only = query.Items(FilterReading.Only, model) is { } only ? only : (ReadOnlyMemory<int>?)null,
        };
        errors.ThrowIfAny();
        return request;
    }

    public static string NameOf(SimilarityMode mode) => mode.ToString().ToLowerInvariant();
}
