using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Matinee.Api.Store;

/// <summary>Turns what changed between two records of a user into changes of rows.</summary>
internal static class RowChanges
{
    /// <param name="before">What the database holds; null for nothing.</param>
    public static async Task TrackAsync(StoreContext context, UserRecord? before, UserRecord after)
    {
        TrackUser(context, before, after);
        if (after.IsErased)
        {
            await DeleteRowsAsync(context, after.Id);
            return;
        }

        TrackRatings(context, before, after);
        TrackHidden(context, before, after);
        TrackEvents(context, before, after);
    }

    private static void TrackUser(StoreContext context, UserRecord? before, UserRecord after)
    {
        UserRow row = new()
        {
            Id = after.Id,
            IsNew = after.IsNew,
            IsErased = after.IsErased,
            CreatedAt = after.CreatedAt,
            AllowList = after.AllowList?.ToArray(),
            Version = after.Version,
        };
        EntityEntry<UserRow> entry = context.Entry(row);
        if (before is null)
        {
            entry.State = EntityState.Added;
            return;
        }

        entry.State = EntityState.Modified;
        entry.Property(user => user.Version).OriginalValue = before.Version;
    }

    private static void TrackRatings(StoreContext context, UserRecord? before, UserRecord after)
    {
        IReadOnlyList<StoredRating> old = before?.Ratings ?? [];
        if (ReferenceEquals(old, after.Ratings))
        {
            return;
        }

        // Both ascend by movie, and no rating's row ever goes but by erasing.
        int at = 0;
        foreach (StoredRating rating in after.Ratings)
        {
            bool exists = at < old.Count && old[at].MovieId == rating.MovieId;
            if (!exists || old[at] != rating)
            {
                RatingRow row = new()
                {
                    UserId = after.Id,
                    MovieId = rating.MovieId,
                    Stars = rating.Stars,
                    Timestamp = rating.Timestamp,
                };
                context.Entry(row).State = exists ? EntityState.Modified : EntityState.Added;
            }

            at += exists ? 1 : 0;
        }
    }

    private static void TrackHidden(StoreContext context, UserRecord? before, UserRecord after)
    {
        IReadOnlyList<int> old = before?.Hidden ?? [];
        if (ReferenceEquals(old, after.Hidden))
        {
            return;
        }

        foreach (int movie in after.Hidden.Except(old))
        {
            context.Entry(new HiddenRow { UserId = after.Id, MovieId = movie }).State = EntityState.Added;
        }

        foreach (int movie in old.Except(after.Hidden))
        {
            context.Entry(new HiddenRow { UserId = after.Id, MovieId = movie }).State = EntityState.Deleted;
        }
    }

    private static void TrackEvents(StoreContext context, UserRecord? before, UserRecord after)
    {
        IReadOnlyList<StoredEvent> old = before?.Events ?? [];
        int number = old.Count;
        int at = 0;
        foreach (StoredEvent one in after.Events)
        {
            // The old ones are still there, as the same objects and in the same order.
            if (at < old.Count && ReferenceEquals(old[at], one))
            {
                at++;
                continue;
            }

            EventRow row = new()
            {
                UserId = after.Id,
                Number = number++,
                MovieId = one.MovieId,
                Kind = one.Kind,
                Timestamp = one.Timestamp,
                Key = one.Key,
            };
            context.Entry(row).State = EntityState.Added;
        }
    }

    private static async Task DeleteRowsAsync(StoreContext context, int userId)
    {
        await context.Ratings.Where(row => row.UserId == userId).ExecuteDeleteAsync();
        await context.Hidden.Where(row => row.UserId == userId).ExecuteDeleteAsync();
        await context.Events.Where(row => row.UserId == userId).ExecuteDeleteAsync();
        await context.Outcomes.Where(row => row.UserId == userId).ExecuteDeleteAsync();
    }
}
