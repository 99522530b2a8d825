namespace Matinee.Data.Demo;

/// <summary>Simulated ratings and tag applications over the catalogue, by user, then movie.</summary>
public sealed record DemoData(
    DemoOptions Options,
    IReadOnlyList<DemoMovie> Movies,
    IReadOnlyList<DemoRating> Ratings,
    IReadOnlyList<DemoTagApplication> TagApplications
);

/// <param name="UserId">1 to the number of users.</param>
/// <param name="HalfStars">1 to 10: twice the stars, so that it is exact.</param>
/// <param name="Timestamp">Seconds since 1970, UTC.</param>
public readonly record struct DemoRating(int UserId, int MovieId, int HalfStars, long Timestamp)
{
    public double Stars => HalfStars / 2.0;
}

/// <param name="Timestamp">Seconds since 1970, UTC; after the user's rating of the movie.</param>
public readonly record struct DemoTagApplication(int UserId, int MovieId, string Tag, long Timestamp);
