namespace Matinee.Api.Online;

/// <summary>What someone did with a movie that was recommended.</summary>
internal enum OutcomeKind
{
    Watched = 1,
    Clicked = 2,
    Rated = 3,
}

/// <param name="Rank">Of the movie in its list, from 1.</param>
/// <param name="Stars">Of a rating, else null.</param>
/// <param name="Timestamp">Seconds since 1970 UTC.</param>
internal sealed record Outcome(
    ServedList List,
    int UserId,
    int MovieId,
    OutcomeKind Kind,
    int Rank,
    float? Stars,
    long Timestamp
)
{
    /// <returns>Null where the list has nothing to do with it.</returns>
    public static Outcome? Of(ServedList? list, int userId, int movieId, OutcomeKind kind, float? stars, long now) =>
        list is not null && list.CountsFor(userId, now) && list.RankOf(movieId) is { } rank
            ? new Outcome(list, userId, movieId, kind, rank, stars, now)
            : null;
}
