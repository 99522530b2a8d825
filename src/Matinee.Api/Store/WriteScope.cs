namespace Matinee.Api.Store;

/// <summary>What writes will read and change, known before they begin, so that it can be locked.</summary>
/// <param name="Users">Distinct.</param>
/// <param name="GivesUserId">Whether a new user gets an id.</param>
/// <param name="GivesMovieId">Whether a new movie gets an id.</param>
internal sealed record WriteScope(IReadOnlyCollection<int> Users, bool GivesUserId, bool GivesMovieId)
{
    public static WriteScope Of(IEnumerable<PendingWrite> writes)
    {
        HashSet<int> users = [];
        bool givesUserId = false;
        bool givesMovieId = false;
        foreach (PendingWrite write in writes)
        {
            if (write.UserId is { } user)
            {
                users.Add(user);
            }

            givesUserId |= write.Gives == GivenId.User;
            givesMovieId |= write.Gives == GivenId.Movie;
        }

        return new WriteScope(users, givesUserId, givesMovieId);
    }
}

/// <summary>What kind of new id a write takes.</summary>
internal enum GivenId
{
    None,
    User,
    Movie,
}
