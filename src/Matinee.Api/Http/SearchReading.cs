using Matinee.Api.Problems;
using Matinee.Api.Search;
using Matinee.Api.Serving;

namespace Matinee.Api.Http;

/// <summary>What a query looks for in a person's own words.</summary>
internal static class SearchReading
{
    private static readonly WholeParameter Limit = CommonParameters.Limit(20, 100, "How many to list.");

    public static readonly TextParameter Query = new("q", "A title, some words or a sentence.", LongestText: 2_000)
    {
        Required = true,
        Example = "slow-burn space film about grief",
    };

    public static IReadOnlyList<Parameter> Parameters { get; } = [Query, CommonParameters.Genre, Limit];

    /// <exception cref="ProblemException">A value is not valid.</exception>
    public static SearchRequest Read(IQueryCollection values, ServedModel model)
    {
        var errors = new Errors();
        var query = new QueryReader(values, errors);
        string? text = query.Text(Query);
        GenreChoice genres = query.Genres(model);
        int limit = query.Whole(Limit)!.Value;
        errors.ThrowIfAny();
        return new SearchRequest
        {
            Query = text!,
            Genres = genres.Wanted,
            ExcludedGenres = genres.Excluded,
            Limit = limit,
        };
    }
}
