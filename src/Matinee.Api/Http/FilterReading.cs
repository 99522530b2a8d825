using Matinee.Api.Serving;
using Matinee.Core.Ranking.Controls;

namespace Matinee.Api.Http;

/// <summary>Which movies may be listed, as queries say it.</summary>
internal static class FilterReading
{
    private static readonly WholeParameter YearMin = new("year_min", "First release year.", 1800, 2200);
    private static readonly WholeParameter YearMax = new("year_max", "Last release year.", 1800, 2200);

    private static readonly WholeParameter MinRatings = new(
        "min_ratings",
        "Only movies with this many ratings in the training data.",
        0,
        int.MaxValue,
        0
    );

    public static readonly MoviesParameter Only = new(
        "only",
        "The only movies that may be listed, separated by commas, within the user's allow-list if there is one; unknown ids change nothing.",
        MostMovies: 1_000
    );

    public static IReadOnlyList<Parameter> Parameters { get; } = [CommonParameters.Genre, YearMin, YearMax, MinRatings];

    /// <returns>Null where everything may be listed.</returns>
    public static MovieFilter? Filter(this QueryReader query, ServedModel model)
    {
        GenreChoice genres = query.Genres(model);
        int? from = query.Whole(YearMin);
        int? to = query.Whole(YearMax);
        if (from > to)
        {
            query.Errors.Add(YearMin.Name, $"year_min must not be above year_max, as {from} is above {to}.");
        }

        var filter = new MovieFilter
        {
            Genres = genres.Wanted,
            ExcludedGenres = genres.Excluded,
            YearFrom = from,
            YearTo = to,
            MinRatings = query.Whole(MinRatings)!.Value,
        };
        return filter.IsEmpty ? null : filter;
    }
}
