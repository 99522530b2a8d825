using Microsoft.EntityFrameworkCore;

namespace Matinee.Api.Store;

/// <summary>Reads users' records from the database. The caller's transaction makes them one state.</summary>
internal static class UserReader
{
    private static readonly Func<StoreContext, int, int, IAsyncEnumerable<UserRow>> Users = EF.CompileAsyncQuery(
        (StoreContext context, int first, int last) =>
            context.Users.Where(row => row.Id >= first && row.Id <= last).OrderBy(row => row.Id).AsNoTracking()
    );

    private static readonly Func<StoreContext, int, int, IAsyncEnumerable<RatingRow>> Ratings = EF.CompileAsyncQuery(
        (StoreContext context, int first, int last) =>
            context
                .Ratings.Where(row => row.UserId >= first && row.UserId <= last)
                .OrderBy(row => row.UserId)
                .ThenBy(row => row.MovieId)
                .AsNoTracking()
    );

    private static readonly Func<StoreContext, int, int, IAsyncEnumerable<HiddenRow>> Hidden = EF.CompileAsyncQuery(
        (StoreContext context, int first, int last) =>
            context
                .Hidden.Where(row => row.UserId >= first && row.UserId <= last)
                .OrderBy(row => row.UserId)
                .ThenBy(row => row.MovieId)
                .AsNoTracking()
    );

    private static readonly Func<StoreContext, int, int, IAsyncEnumerable<EventRow>> Events = EF.CompileAsyncQuery(
        (StoreContext context, int first, int last) =>
            context
                .Events.Where(row => row.UserId >= first && row.UserId <= last)
                .OrderBy(row => row.UserId)
                .ThenBy(row => row.Number)
                .AsNoTracking()
    );

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
        await Users(context, first, last).ToListAsync();
        await Ratings(context, first, last).ToListAsync();
        await Hidden(context, first, last).ToListAsync();
        await Events(context, first, last).ToListAsync();
    }

    /// <summary>The users with ids from <paramref name="first"/> to <paramref name="last"/>, ascending.</summary>
    public static async Task<List<UserRecord>> BetweenAsync(
        StoreContext context,
        int first,
        int last,
        CancellationToken cancellation
    )
    {
        List<UserRow> users = await Users(context, first, last).ToListAsync(cancellation);
        if (users.Count == 0)
        {
            return [];
        }

        // Rows come by user, like the users: one walk through each table.
        var ratings = new RowsByUser<RatingRow>(await Ratings(context, first, last).ToListAsync(cancellation));
        var hidden = new RowsByUser<HiddenRow>(await Hidden(context, first, last).ToListAsync(cancellation));
        var events = new RowsByUser<EventRow>(await Events(context, first, last).ToListAsync(cancellation));
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
