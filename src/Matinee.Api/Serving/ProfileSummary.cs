using System.Globalization;
using Matinee.Api.Contracts;
using Matinee.Core.Catalog;

namespace Matinee.Api.Serving;

/// <summary>What a person's ratings say about them; docs/service.md states every rule.</summary>
internal sealed record ProfileSummary(
    UserProfile Profile,
    IReadOnlyList<RatedMovie> TopRated,
    IReadOnlyList<RatedMovie> RecentFavorites
)
{
    public const int MoviesShown = 10;
    public const int RecentDays = 90;
    public const float LeastFavorite = 3.5f;
    private const int GenresShown = 5;
    private const int MonthsShown = 12;

    /// <summary>So many ratings with the person's own mean are added to every genre.</summary>
    private const double GenrePrior = 5;

    private const int LeastGenreRatings = 3;
    private const double LeastGenreShare = 0.05;
    private const string NoGenre = "(no genres listed)";

    private static readonly string[] Stars =
    [
        .. Enumerable.Range(1, 10).Select(level => (level / 2.0).ToString("0.0", CultureInfo.InvariantCulture)),
    ];

    public static ProfileSummary Of(IReadOnlyList<MergedRating> ratings, MovieCatalog catalog)
    {
        long last = ratings.Count == 0 ? 0 : ratings.Max(rating => rating.Timestamp);
        long recentFrom = last - (RecentDays * 86_400L);
        MergedRating[] recent = [.. ratings.Where(rating => rating.Timestamp >= recentFrom)];
        double? mean = ratings.Count == 0 ? null : ratings.Average(rating => (double)rating.Stars);
        GenreTaste[] genres = Genres(ratings, catalog, mean ?? 0);
        var profile = new UserProfile
        {
            FavoriteGenres =
            [
                .. genres
                    .Where(genre => genre.Ratings >= LeastGenreRatings)
                    .Where(genre => genre.Ratings >= LeastGenreShare * ratings.Count)
                    .Take(GenresShown)
                    .Select(genre => genre.Genre),
            ],
            AverageRating = mean is { } stars ? Math.Round(stars, 3) : null,
            TotalRatings = ratings.Count,
            RatingDistribution = Distribution(ratings),
            Genres = genres,
            RecentActivity = new RecentActivity
            {
                Ratings = recent.Length,
                From = recent.Length == 0 ? null : recent.Min(rating => rating.Timestamp),
                To = ratings.Count == 0 ? null : last,
                Months = Months(ratings),
            },
        };
        return new ProfileSummary(
            profile,
            Best(ratings, catalog),
            Best([.. recent.Where(rating => rating.Stars >= LeastFavorite)], catalog)
        );
    }

    public static RatedMovie Shown(MergedRating rating, MovieCatalog catalog)
    {
        Movie movie = catalog[rating.Item];
        return new RatedMovie
        {
            Id = movie.Id.Value,
            Title = movie.Title,
            Genres = movie.Genres,
            Year = movie.Year,
            Rating = rating.Stars,
            Timestamp = rating.Timestamp,
        };
    }

    private static RatedMovie[] Best(IReadOnlyList<MergedRating> ratings, MovieCatalog catalog) =>
        [
            .. ratings
                .OrderByDescending(rating => rating.Stars)
                .ThenByDescending(rating => rating.Timestamp)
                .ThenBy(rating => catalog[rating.Item].Id.Value)
                .Take(MoviesShown)
                .Select(rating => Shown(rating, catalog)),
        ];

    private static Dictionary<string, int> Distribution(IReadOnlyList<MergedRating> ratings)
    {
        var counts = Stars.ToDictionary(stars => stars, _ => 0);
        foreach (MergedRating rating in ratings)
        {
            // Data with other scales is rounded to the nearest half star.
            int level = Math.Clamp((int)Math.Round(rating.Stars * 2), 1, Stars.Length);
            counts[Stars[level - 1]]++;
        }

        return counts;
    }

    private static GenreTaste[] Genres(IReadOnlyList<MergedRating> ratings, MovieCatalog catalog, double mean)
    {
        var sums = new Dictionary<string, (int Count, double Sum)>();
        foreach (MergedRating rating in ratings)
        {
            foreach (string genre in catalog[rating.Item].Genres)
            {
                if (genre != NoGenre)
                {
                    (int count, double sum) = sums.GetValueOrDefault(genre);
                    sums[genre] = (count + 1, sum + rating.Stars);
                }
            }
        }

        return
        [
            .. sums.Select(pair => new GenreTaste(
                    pair.Key,
                    pair.Value.Count,
                    Math.Round(pair.Value.Sum / pair.Value.Count, 3),
                    Math.Round((pair.Value.Sum + (GenrePrior * mean)) / (pair.Value.Count + GenrePrior), 3)
                ))
                .OrderByDescending(genre => genre.DampedRating)
                .ThenByDescending(genre => genre.Ratings)
                .ThenBy(genre => genre.Genre, StringComparer.Ordinal),
        ];
    }

    private static MonthOfRatings[] Months(IReadOnlyList<MergedRating> ratings) =>
        [
            .. ratings
                .GroupBy(rating =>
                    DateTimeOffset
                        .FromUnixTimeSeconds(rating.Timestamp)
                        .ToString("yyyy-MM", CultureInfo.InvariantCulture)
                )
                .OrderByDescending(month => month.Key, StringComparer.Ordinal)
                .Take(MonthsShown)
                .Select(month => new MonthOfRatings(month.Key, month.Count())),
        ];
}
