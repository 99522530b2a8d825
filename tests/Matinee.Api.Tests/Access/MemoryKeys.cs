using Matinee.Api.Access;

namespace Matinee.Api.Tests.Access;

/// <summary>Keys in memory, which counts how often it is asked.</summary>
internal sealed class MemoryKeys : IKeyStore
{
    private readonly Dictionary<string, ApiKey> keys = [];
    private readonly Dictionary<string, Session> sessions = [];

    public int Asked { get; private set; }

    public IReadOnlyCollection<Session> Sessions => sessions.Values;

    public Task<ApiKey?> FindAsync(string id, CancellationToken cancellation)
    {
        Asked++;
        return Task.FromResult(keys.GetValueOrDefault(id));
    }

    public Task<IReadOnlyList<ApiKey>> AllAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ApiKey>>([.. keys.Values]);

    public Task AddAsync(ApiKey key, CancellationToken cancellation)
    {
        keys.Add(key.Id, key);
        return Task.CompletedTask;
    }

    public Task<bool> RevokeAsync(string id, long now, CancellationToken cancellation)
    {
        if (!keys.TryGetValue(id, out ApiKey? key))
        {
            return Task.FromResult(false);
        }

        keys[id] = key with { RevokedAt = now };
        sessions.Values.Where(one => one.KeyId == id).ToList().ForEach(one => sessions.Remove(one.Id));
        return Task.FromResult(true);
    }

    public Task<Session?> FindSessionAsync(string id, CancellationToken cancellation) =>
        Task.FromResult(sessions.GetValueOrDefault(id));

    public Task AddSessionAsync(Session session, CancellationToken cancellation)
    {
        sessions.Add(session.Id, session);
        return Task.CompletedTask;
    }

    public Task RemoveSessionAsync(string id, CancellationToken cancellation)
    {
        sessions.Remove(id);
        return Task.CompletedTask;
    }
}
