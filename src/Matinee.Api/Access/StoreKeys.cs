using Matinee.Api.Store;
using Matinee.Core;

namespace Matinee.Api.Access;

/// <summary>A store's keys, for whoever runs the server; servers may have the store open.</summary>
public sealed class StoreKeys : IAsyncDisposable
{
    private readonly IStoreDatabase database;
    private readonly KeyRing ring;
    private readonly TimeProvider time;

    private StoreKeys(IStoreDatabase database, TimeProvider time)
    {
        this.database = database;
        this.time = time;
        ring = new KeyRing(new StoredKeys(new StoreTables(database)), time);
    }

    /// <param name="store">As <see cref="UserStoreOptions.Connection"/>.</param>
    /// <exception cref="MatineeException">It is missing, something else, or of another schema.</exception>
    public static StoreKeys Open(string store, TimeProvider time) =>
        new(StoreProviders.Of(store).OpenToRead(store), time);

    /// <summary>Makes the store, too, where there is none.</summary>
    /// <inheritdoc cref="Open"/>
    /// <exception cref="MatineeException">It is something else, newer than this program, or not writable.</exception>
    public static StoreKeys OpenOrMake(string store, TimeProvider time)
    {
        try
        {
            return Open(store, time);
        }
        // It is not there yet, or an older Matinee's: no server has it open.
        catch (MatineeException)
        {
            return new StoreKeys(StoreProviders.Of(store).Open(store), time);
        }
    }

    /// <summary>Makes a key.</summary>
    /// <param name="userId">The only user that it opens; null: every one.</param>
    /// <param name="days">How long it lasts; null: for ever.</param>
    /// <returns>The key, and the secret that its holder sends.</returns>
    /// <exception cref="MatineeException">A value is not valid, or the store can't be written.</exception>
    public async Task<(ApiKey Key, string Secret)> CreateAsync(
        string name,
        AccessScope scope,
        int? userId,
        int? days,
        CancellationToken cancellation
    )
    {
        foreach ((_, string message) in NewKey.Errors(name, scope, userId, days))
        {
            throw new MatineeException(message);
        }

        (ApiKey key, Credential credential) = await ring.CreateAsync(
            name,
            scope,
            userId,
            NewKey.ExpiresAt(days, time),
            cancellation
        );
        return (key, credential.Text);
    }

    /// <summary>Every key, the oldest first.</summary>
    public Task<IReadOnlyList<ApiKey>> AllAsync(CancellationToken cancellation) => ring.AllAsync(cancellation);

    /// <summary>Ends a key and its sessions; servers know within two seconds.</summary>
    /// <param name="id">Its id, or the key itself.</param>
    /// <returns>False where there is no such key.</returns>
    public Task<bool> RevokeAsync(string id, CancellationToken cancellation) =>
        ring.RevokeAsync(Credential.TryParse(id, out Credential key) ? key.Id : id, cancellation);

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
