namespace Matinee.Api.Contracts;

/// <summary>What a user's ratings say about them.</summary>
public sealed record UserProfile
{
    /// <summary>
    /// At most five, best first: the genres with the highest damped mean (in <c>genres</c>) among those with at least three ratings
    /// and a twentieth of all.
    /// </summary>
    public required IReadOnlyList<string> FavoriteGenres { get; init; }

    /// <summary>Mean stars; null without ratings.</summary>
    public required double? AverageRating { get; init; }

    public required int TotalRatings { get; init; }

    /// <summary>How often the user gave each number of stars, <c>0.5</c> to <c>5.0</c>.</summary>
    public required IReadOnlyDictionary<string, int> RatingDistribution { get; init; }

    /// <summary>Every rated genre, best liked first.</summary>
    public required IReadOnlyList<GenreTaste> Genres { get; init; }

    public required RecentActivity RecentActivity { get; init; }
}

/// <param name="Genre">As the catalogue spells it.</param>
/// <param name="Ratings">Rated movies of the genre.</param>
/// <param name="AverageRating">Their mean stars.</param>
/// <param name="DampedRating">The same, as if five more were rated with the user's mean: what genres are ordered by.</param>
public sealed record GenreTaste(string Genre, int Ratings, double AverageRating, double DampedRating);

/// <summary>The 90 days before the user's last rating, and the months of activity.</summary>
public sealed record RecentActivity
{
    /// <summary>Ratings of those 90 days.</summary>
    public required int Ratings { get; init; }

    /// <summary>The first of them, seconds since 1970 UTC; null without ratings.</summary>
    public required long? From { get; init; }

    /// <summary>The user's last rating, seconds since 1970 UTC; null without ratings.</summary>
    public required long? To { get; init; }

    /// <summary>The last twelve months with ratings, latest first.</summary>
    public required IReadOnlyList<MonthOfRatings> Months { get; init; }
}

/// <param name="Month">Such as <c>2018-09</c>, UTC.</param>
public sealed record MonthOfRatings(string Month, int Ratings);
