namespace Matinee.Api.Online;

/// <summary>What a list's id says: which model gave whom which movies, and when.</summary>
/// <param name="Id">Tells lists apart: the same movies for the same user in the same second are one list.</param>
/// <param name="Model">The end of the id of the model, as <see cref="ListIds.Shortened"/> has it.</param>
/// <param name="UserId">Null for a visitor's.</param>
/// <param name="IssuedAt">Seconds since 1970 UTC.</param>
/// <param name="MovieIds">In the order of the list.</param>
internal sealed record ServedList(string Id, string Model, int? UserId, long IssuedAt, int[] MovieIds)
{
    /// <summary>What people do later has other reasons, too.</summary>
    public static readonly TimeSpan Counts = TimeSpan.FromDays(30);

    /// <returns>1 for the first; null where the list does not have the movie.</returns>
    public int? RankOf(int movieId) => Array.IndexOf(MovieIds, movieId) is >= 0 and int place ? place + 1 : null;

    /// <summary>Whether what this user does now can be due to the list; a visitor's may become anyone's.</summary>
    public bool CountsFor(int userId, long now) =>
        (UserId is null || UserId == userId) && now >= IssuedAt - 60 && now - IssuedAt <= (long)Counts.TotalSeconds;
}
