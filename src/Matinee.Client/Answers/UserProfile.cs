namespace Matinee.Client;

/// <summary>What someone's ratings say about them.</summary>
public sealed record UserProfile
{
    /// <summary>At most five, best first.</summary>
    public IReadOnlyList<string> FavoriteGenres
    {
        get => field ?? [];
        init;
    }

    /// <summary>Mean stars; null without ratings.</summary>
    public double? AverageRating { get; init; }

    public int TotalRatings { get; init; }

    /// <summary>How often they gave each number of stars, <c>0.5</c> to <c>5.0</c>.</summary>
    public IReadOnlyDictionary<string, int> RatingDistribution
    {
        get => field ?? new Dictionary<string, int>();
        init;
    }

    /// <summary>Every rated genre, best liked first.</summary>
    public IReadOnlyList<GenreTaste> Genres
    {
        get => field ?? [];
        init;
    }

    public RecentActivity RecentActivity
    {
        get => field ?? new();
        init;
    }
}

/// <param name="Ratings">Rated movies of the genre.</param>
/// <param name="AverageRating">Their mean stars.</param>
/// <param name="DampedRating">The same, as if five more were rated with the person's mean: what genres are ordered by.</param>
public sealed record GenreTaste(string Genre, int Ratings, double AverageRating, double DampedRating);

/// <summary>The 90 days before the last rating, and the months of activity.</summary>
public sealed record RecentActivity
{
    /// <summary>Ratings of those 90 days.</summary>
    public int Ratings { get; init; }

    /// <summary>The first of them; null without ratings.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The last rating; null without ratings.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The last twelve months with ratings, latest first.</summary>
    public IReadOnlyList<MonthOfRatings> Months
    {
        get => field ?? [];
        init;
    }
}

/// <param name="Month">Such as <c>2018-09</c>, UTC.</param>
public sealed record MonthOfRatings(string Month, int Ratings);
