using Matinee.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Matinee.Api.Store;

/// <summary>Writes that go into one transaction: each sees what those before it did.</summary>
internal sealed class WriteBatch(StoreContext context, IStoreDatabase database, UserCache cache) : IAsyncDisposable
{
    private readonly Dictionary<int, UserRecord?> before = [];
    private readonly Dictionary<int, UserRecord> after = [];
    private readonly List<MovieRow> movies = [];
    private IReadOnlyDictionary<int, long>? versions;
    private IDbContextTransaction? transaction;
    private int? largestUser;
    private int? largestMovie;

    /// <summary>The records of users that are written.</summary>
    public IReadOnlyCollection<UserRecord> Changed => after.Values;

    /// <summary>Whether a lost connection leaves it open if anything was written.</summary>
    public bool IsCommitting { get; private set; }

    /// <param name="scope">What the writes will ask for.</param>
    public async Task BeginAsync(WriteScope scope)
    {
        transaction = await database.BeginWriteAsync(context, scope);
        if (database.Versions is { } asked && scope.Users.Count > 0)
        {
            versions = await asked.WithinAsync(context, scope.Users);
        }
    }

    /// <summary>The record of a user, an empty one where nothing is stored.</summary>
    public async Task<UserRecord> UserAsync(int userId)
    {
        if (after.TryGetValue(userId, out UserRecord? changed))
        {
            return changed;
        }

        if (!before.TryGetValue(userId, out UserRecord? stored))
        {
            stored = await StoredAsync(userId);
            before[userId] = stored;
        }

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

    /// <returns>Null where a movie above <paramref name="lastKnown"/> is there.</returns>
    public async Task<StoredMovie?> AddMovieAsync(StoredMovie movie, int above, int lastKnown)
    {
        int stored = largestMovie ?? await context.Movies.MaxAsync(row => (int?)row.Id) ?? 0;
        if (stored > lastKnown)
        {
            return null;
        }

        largestMovie = Next(Math.Max(above, stored), "movie");
        StoredMovie added = movie with { Id = largestMovie.Value };
        movies.Add(MovieRows.From(added));
        return added;
    }

    /// <summary>Everything in one transaction, on disk and in the memory of users when this returns.</summary>
    public async Task CommitAsync()
    {
        if (after.Count == 0 && movies.Count == 0)
        {
            return;
        }

        foreach (UserRecord user in after.Values)
        {
            await RowChanges.TrackAsync(context, before.GetValueOrDefault(user.Id), user);
        }

        context.Movies.AddRange(movies);
        await context.SaveChangesAsync();
        IsCommitting = true;
        await transaction!.CommitAsync();
        foreach (UserRecord user in after.Values)
        {
            cache.Publish(user);
        }
    }

    public ValueTask DisposeAsync() => transaction?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<UserRecord?> StoredAsync(int userId)
    {
        bool isRemembered = cache.TryGet(userId, out UserRecord? stored);
        if (versions is not null)
        {
            if (!versions.TryGetValue(userId, out long version))
            {
                return null;
            }

            // Equal, not newer: what is locked is the last there is.
            isRemembered &= stored?.Version == version;
        }

        return isRemembered ? stored : await UserReader.FindAsync(context, userId, CancellationToken.None);
    }

    private static int Next(int largest, string what) =>
        largest < int.MaxValue
            ? largest + 1
            : throw new MatineeException(
                $"The store has no {what} id left: the largest one, {largest}, is taken. Start a new store."
            );
}
