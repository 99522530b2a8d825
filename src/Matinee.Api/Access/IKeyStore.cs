namespace Matinee.Api.Access;

/// <summary>Where keys and sessions are kept; every process on one store has the same.</summary>
/// <exception cref="Core.MatineeException">Of any task: the database fails.</exception>
internal interface IKeyStore
{
    Task<ApiKey?> FindAsync(string id, CancellationToken cancellation);

    /// <summary>All keys, expired and revoked ones too, the oldest first.</summary>
    Task<IReadOnlyList<ApiKey>> AllAsync(CancellationToken cancellation);

    Task AddAsync(ApiKey key, CancellationToken cancellation);

    /// <summary>Ends a key and its sessions.</summary>
    /// <returns>False where there is no such key; true also where it was revoked before.</returns>
    Task<bool> RevokeAsync(string id, long now, CancellationToken cancellation);

    Task<Session?> FindSessionAsync(string id, CancellationToken cancellation);

    /// <summary>Adds a session, and forgets those that have expired.</summary>
    Task AddSessionAsync(Session session, CancellationToken cancellation);

    Task RemoveSessionAsync(string id, CancellationToken cancellation);
}
