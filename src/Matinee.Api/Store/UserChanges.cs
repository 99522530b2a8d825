namespace Matinee.Api.Store;

/// <summary>What each kind of write makes of a user's record. An erased user stays erased, whatever comes.</summary>
internal static class UserChanges
{
    /// <param name="changes">By ascending movie id.</param>
    public static UserRecord WithRatings(this UserRecord user, IReadOnlyList<StoredRating> changes)
    {
        if (user.IsErased || changes.Count == 0)
        {
            return user;
        }

        var merged = new List<StoredRating>(user.Ratings.Count + changes.Count);
        int next = 0;
        foreach (StoredRating old in user.Ratings)
        {
            while (next < changes.Count && changes[next].MovieId < old.MovieId)
            {
                merged.Add(changes[next++]);
            }

            bool replaced = next < changes.Count && changes[next].MovieId == old.MovieId;
            merged.Add(replaced ? changes[next++] : old);
        }

        merged.AddRange(changes.Skip(next));
        return user with { Ratings = [.. merged] };
    }

    public static UserRecord WithHidden(this UserRecord user, int movieId, bool hidden)
    {
        if (user.IsErased || user.Hidden.Contains(movieId) == hidden)
        {
            return user;
        }

        IEnumerable<int> movies = hidden ? user.Hidden.Append(movieId) : user.Hidden.Where(one => one != movieId);
        return user with { Hidden = [.. movies.Order()] };
    }

    /// <param name="movieIds">To hide beside those that are hidden.</param>
    public static UserRecord WithHidden(this UserRecord user, IReadOnlyList<int> movieIds)
    {
        if (user.IsErased || movieIds.Count == 0)
        {
            return user;
        }

        int[] hidden = [.. user.Hidden.Union(movieIds).Order()];
        return hidden.Length == user.Hidden.Count ? user : user with { Hidden = hidden };
    }

    /// <param name="movieIds">Ascending.</param>
    public static UserRecord WithAllowList(this UserRecord user, IReadOnlyList<int>? movieIds) =>
        user.IsErased ? user : user with { AllowList = movieIds };

    public static UserRecord WithEvents(this UserRecord user, IReadOnlyList<StoredEvent> events)
    {
        if (user.IsErased)
        {
            return user;
        }

        HashSet<string> known = [.. user.Events.Select(one => one.Key).OfType<string>()];
        StoredEvent[] added = [.. events.Where(one => one.Key is null || known.Add(one.Key))];
        return added.Length == 0
            ? user
            // OrderBy is stable: ties keep the order of arrival.
            : user with
            {
                Events = [.. user.Events.Concat(added).OrderBy(one => one.Timestamp)],
            };
    }

    public static UserRecord Erased(this UserRecord user) => new() { Id = user.Id, IsErased = true };
}
