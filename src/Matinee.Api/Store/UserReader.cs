namespace Matinee.Api.Store;

/// <summary>Reads users' records from the database. The caller's transaction makes them one state.</summary>
internal static class UserReader
{
    public static async Task<UserRecord?> FindAsync(StoreContext context, int userId, CancellationToken cancellation)
    {
        List<UserRecord> users = await BetweenAsync(context, userId, userId, cancellation);
        return users.Count == 0 ? null : users[0];
    }

    /// <summary>Compiles every query.</summary>
    public static async Task WarmUpAsync(StoreContext context)
    {
        const int first = 0;
        const int last = -1;
        UserQueries queries = context.Queries;
        await queries.Users(context, first, last).ToListAsync();
        await queries.Ratings(context, first, last).ToListAsync();
        await queries.Hidden(context, first, last).ToListAsync();
        await queries.Events(context, first, last).ToListAsync();
    }

    /// <summary>The users with ids from <paramref name="first"/> to <paramref name="last"/>, ascending.</summary>
    public static async Task<List<UserRecord>> BetweenAsync(
        StoreContext context,
        int first,
        int last,
        CancellationToken cancellation
    )
    {
        UserQueries queries = context.Queries;
        List<UserRow> users = await queries.Users(context, first, last).ToListAsync(cancellation);
        if (users.Count == 0)
        {
            return [];
        }

        // Rows come by user, like the users: one walk through each table.
        var ratings = new RowsByUser<RatingRow>(await queries.Ratings(context, first, last).ToListAsync(cancellation));
        var hidden = new RowsByUser<HiddenRow>(await queries.Hidden(context, first, last).ToListAsync(cancellation));
        var events = new RowsByUser<EventRow>(await queries.Events(context, first, last).ToListAsync(cancellation));
        List<UserRecord> records = new(users.Count);
        foreach (UserRow user in users)
        {
            records.Add(
                new UserRecord
                {
                    Id = user.Id,
                    IsNew = user.IsNew,
                    IsErased = user.IsErased,
                    CreatedAt = user.CreatedAt,
                    AllowList = user.AllowList,
                    Version = user.Version,
                    Ratings = ratings.Take(
                        user.Id,
                        row => row.UserId,
                        row => new StoredRating(row.MovieId, row.Stars, row.Timestamp)
                    ),
                    Hidden = hidden.Take(user.Id, row => row.UserId, row => row.MovieId),
                    Events =
                    [
                        .. events
                            .Take(
                                user.Id,
                                row => row.UserId,
                                row => new StoredEvent(row.MovieId, row.Kind, row.Timestamp, row.Key)
                            )
                            .OrderBy(one => one.Timestamp),
                    ],
                }
            );
        }

        return records;
    }

    private sealed class RowsByUser<TRow>(List<TRow> rows)
    {
        private int next;

        public T[] Take<T>(int userId, Func<TRow, int> userOf, Func<TRow, T> select)
        {
            int start = next;
            while (next < rows.Count && userOf(rows[next]) == userId)
            {
                next++;
            }

            var taken = new T[next - start];
            for (int n = 0; n < taken.Length; n++)
            {
                taken[n] = select(rows[start + n]);
            }

            return taken;
        }
    }
}
