using Matinee.Core;
using Microsoft.EntityFrameworkCore;

namespace Matinee.Api.Store;

/// <summary>Writes that go into one transaction: each sees what those before it did.</summary>
internal sealed class WriteBatch(StoreContext context, UserCache cache)
{
    private readonly Dictionary<int, UserRecord?> before = [];
    private readonly Dictionary<int, UserRecord> after = [];
    private readonly List<MovieRow> movies = [];
    private int? largestUser;
    private int? largestMovie;

    /// <summary>The records to publish once the batch is committed.</summary>
    public IReadOnlyCollection<UserRecord> Changed => after.Values;

    /// <summary>The record of a user, an empty one where nothing is stored.</summary>
    public async Task<UserRecord> UserAsync(int userId)
    {
        if (after.TryGetValue(userId, out UserRecord? changed))
        {
            return changed;
        }

        // The cache never lags behind what is committed, and nobody else commits.
        if (!cache.TryGet(userId, out UserRecord? stored))
        {
            stored = await UserReader.FindAsync(context, userId, CancellationToken.None);
        }

        before[userId] = stored;
        return stored ?? new UserRecord { Id = userId };
    }

    /// <param name="user">What became of a record that <see cref="UserAsync"/> gave, or a new user.</param>
    public UserRecord Set(UserRecord user)
    {
        UserRecord? old = after.GetValueOrDefault(user.Id) ?? before.GetValueOrDefault(user.Id);
        // A write that changes nothing leaves the record to those who remember it.
        if (ReferenceEquals(user, old))
        {
            return user;
        }

        return after[user.Id] = user with { Version = (old?.Version ?? 0) + 1 };
    }

    /// <summary>An id above <paramref name="above"/> and every user's, erased ones too.</summary>
    public async Task<int> NewUserIdAsync(int above)
    {
        // No row of a user ever goes, so the largest id there is, is the largest there was.
        int stored = largestUser ?? await context.Users.MaxAsync(row => (int?)row.Id) ?? 0;
        int batched = after.Count == 0 ? 0 : after.Keys.Max();
        largestUser = Next(Math.Max(above, Math.Max(stored, batched)), "user");
        return largestUser.Value;
    }

    public async Task<StoredMovie> AddMovieAsync(StoredMovie movie, int above)
    {
        int stored = largestMovie ?? await context.Movies.MaxAsync(row => (int?)row.Id) ?? 0;
        largestMovie = Next(Math.Max(above, stored), "movie");
        StoredMovie added = movie with { Id = largestMovie.Value };
        movies.Add(MovieRows.From(added));
        return added;
    }

    /// <summary>Everything in one transaction, on disk when this returns.</summary>
    public async Task CommitAsync()
    {
        if (after.Count == 0 && movies.Count == 0)
        {
            return;
        }

        await using var transaction = await context.Database.BeginTransactionAsync();
        foreach (UserRecord user in after.Values)
        {
            await RowChanges.TrackAsync(context, before.GetValueOrDefault(user.Id), user);
        }

        context.Movies.AddRange(movies);
        await context.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private static int Next(int largest, string what) =>
        largest < int.MaxValue
            ? largest + 1
            : throw new MatineeException(
                $"The store has no {what} id left: the largest one, {largest}, is taken. Start a new store."
            );
}
