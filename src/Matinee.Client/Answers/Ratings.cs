namespace Matinee.Client;

/// <summary>A movie that someone rated.</summary>
public sealed record RatedMovie
{
    /// <summary>The MovieLens id.</summary>
    public int Id { get; init; }

    public string Title
    {
        get => field ?? "";
        init;
    }
    public IReadOnlyList<string> Genres
    {
        get => field ?? [];
        init;
    }

    /// <summary>Null where it is not known.</summary>
    public int? Year { get; init; }

    /// <summary>Stars, 0.5 to 5.</summary>
    public double Rating { get; init; }

    /// <summary>When it was rated.</summary>
    public DateTimeOffset Timestamp { get; init; }
}

/// <summary>A page of a user's ratings, the latest first.</summary>
public sealed record RatingsPage
{
    /// <summary>On all pages.</summary>
    public int TotalRatings { get; init; }

    public IReadOnlyList<RatedMovie> Ratings
    {
        get => field ?? [];
        init;
    }

    /// <summary>The <see cref="PageOptions.Offset"/> of the next page; null on the last.</summary>
    public int? NextOffset { get; init; }
}

/// <param name="Stored">How many ratings the request set.</param>
/// <param name="TotalRatings">How many the user has now.</param>
public sealed record StoredRatings(int Stored, int TotalRatings);
