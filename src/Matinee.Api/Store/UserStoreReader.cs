using System.Runtime.CompilerServices;
using Matinee.Core;
using Microsoft.EntityFrameworkCore;

namespace Matinee.Api.Store;

/// <summary>Reads a store as it is, without memory of its own. Every task fails with words for people.</summary>
public sealed class UserStoreReader : IAsyncDisposable
{
    private const int UsersPerPage = 500;
    private readonly IStoreDatabase database;

    internal UserStoreReader(IStoreDatabase database) => this.database = database;

    /// <summary>Opens a store to read only, also while a server has it open.</summary>
    /// <param name="store">As <see cref="UserStoreOptions.Connection"/>.</param>
    /// <exception cref="MatineeException">There is none, or it is something else.</exception>
    public static UserStoreReader Open(string store) => new(StoreProviders.Of(store).OpenToRead(store));

    /// <inheritdoc cref="IUserStore.FindAsync" path="/summary"/>
    public Task<UserRecord?> FindAsync(int userId, CancellationToken cancellation = default) =>
        ReadAsync(context => UserReader.FindAsync(context, userId, cancellation), cancellation);

    /// <inheritdoc cref="IUserStore.AllUsersAsync"/>
    public async IAsyncEnumerable<UserRecord> AllUsersAsync(
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        int? after = null;
        while (await PageAsync(after, cancellation) is { Count: > 0 } page)
        {
            foreach (UserRecord user in page)
            {
                yield return user;
            }

            after = page[^1].Id;
        }
    }

    /// <inheritdoc cref="IUserStore.MoviesAsync"/>
    public Task<IReadOnlyList<StoredMovie>> MoviesAsync(CancellationToken cancellation = default) =>
        MoviesAboveAsync(int.MinValue, cancellation);

    /// <inheritdoc cref="IUserStore.MoviesAboveAsync"/>
    public Task<IReadOnlyList<StoredMovie>> MoviesAboveAsync(int movieId, CancellationToken cancellation = default) =>
        ReadAsync<IReadOnlyList<StoredMovie>>(
            async context =>
            {
                IQueryable<MovieRow> movies = context
                    .Movies.Where(row => row.Id > movieId)
                    .AsNoTracking()
                    .OrderBy(row => row.Id);
                return [.. (await movies.ToListAsync(cancellation)).Select(MovieRows.ToMovie)];
            },
            cancellation
        );

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private Task<List<UserRecord>> PageAsync(int? after, CancellationToken cancellation) =>
        ReadAsync(
            async context =>
            {
                List<int> ids = await context
                    .Users.Where(row => after == null || row.Id > after)
                    .Select(row => row.Id)
                    .Order()
                    .Take(UsersPerPage)
                    .ToListAsync(cancellation);
                return ids.Count == 0 ? [] : await UserReader.BetweenAsync(context, ids[0], ids[^1], cancellation);
            },
            cancellation
        );

    private async Task<T> ReadAsync<T>(Func<StoreContext, Task<T>> read, CancellationToken cancellation)
    {
        try
        {
            await using StoreContext context = database.CreateContext();
            await using var transaction = await database.BeginReadAsync(context, cancellation);
            return await read(context);
        }
        catch (Exception exception)
        {
            Exception explained = database.Explain(exception);
            if (ReferenceEquals(explained, exception))
            {
                throw;
            }

            throw explained;
        }
    }
}
