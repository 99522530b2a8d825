using System.Collections.Concurrent;

namespace Matinee.Api.Access;

/// <summary>Makes keys and sessions, and tells who comes with one.</summary>
internal sealed class KeyRing(IKeyStore store, TimeProvider time)
{
    /// <summary>How long a session lasts, unless its key ends before.</summary>
    public static readonly TimeSpan LongestSession = TimeSpan.FromDays(30);

    /// <summary>For so long a key that another process revoked may still be good here.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromSeconds(2);

    // Keys that exist: strangers who guess fill nothing.
    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<string, Known> keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, KnownSession> sessions = new(StringComparer.Ordinal);

    private long Now => time.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>Makes and stores a key.</summary>
    /// <param name="expiresAt">Null: never.</param>
    public async Task<(ApiKey Key, Credential Credential)> CreateAsync(
        string name,
        AccessScope scope,
        int? userId,
        long? expiresAt,
        CancellationToken cancellation
    )
    {
        var credential = Credential.New();
        var key = new ApiKey
        {
            Id = credential.Id,
            Name = name,
            Scope = scope,
            UserId = userId,
            CreatedAt = Now,
            ExpiresAt = expiresAt,
            Hash = credential.Hash(),
        };
        await store.AddAsync(key, cancellation);
        return (key, credential);
    }

    public Task<IReadOnlyList<ApiKey>> AllAsync(CancellationToken cancellation) => store.AllAsync(cancellation);

    /// <inheritdoc cref="IKeyStore.RevokeAsync"/>
    public async Task<bool> RevokeAsync(string id, CancellationToken cancellation)
    {
        bool exists = await store.RevokeAsync(id, Now, cancellation);
        keys.TryRemove(id, out _);
        return exists;
    }

    /// <summary>Whether anyone could come in.</summary>
    public async Task<bool> AnyValidAsync(CancellationToken cancellation) =>
        (await store.AllAsync(cancellation)).Any(key => key.IsValidAt(Now));

    /// <returns>The key that this is; null where it is none, or no more.</returns>
    public async ValueTask<ApiKey?> VerifyAsync(Credential credential, CancellationToken cancellation)
    {
        ApiKey? key = await FindAsync(credential.Id, cancellation);
        bool matches = credential.Matches(key?.Hash);
        return key is not null && matches && key.IsValidAt(Now) ? key : null;
    }

    /// <summary>Starts a session of a key that was just verified.</summary>
    public async Task<(Session Session, Credential Credential)> OpenSessionAsync(
        ApiKey key,
        CancellationToken cancellation
    )
    {
        long ends = Now + (long)LongestSession.TotalSeconds;
        var credential = Credential.New();
        var session = new Session(
            credential.Id,
            credential.Hash(),
            key.Id,
            Now,
            Math.Min(ends, key.ExpiresAt ?? long.MaxValue)
        );
        await store.AddSessionAsync(session, cancellation);
        return (session, credential);
    }

    /// <returns>The key whose session this is; null where there is none, or no more.</returns>
    public async ValueTask<ApiKey?> VerifySessionAsync(Credential credential, CancellationToken cancellation)
    {
        Session? session = await FindSessionAsync(credential.Id, cancellation);
        bool matches = credential.Matches(session?.Hash);
        if (session is null || !matches || Now >= session.ExpiresAt)
        {
            return null;
        }

        ApiKey? key = await FindAsync(session.KeyId, cancellation);
        return key?.IsValidAt(Now) == true ? key : null;
    }

    public async Task CloseSessionAsync(Credential credential, CancellationToken cancellation)
    {
        await store.RemoveSessionAsync(credential.Id, cancellation);
        sessions.TryRemove(credential.Id, out _);
    }

    private async ValueTask<ApiKey?> FindAsync(string id, CancellationToken cancellation)
    {
        if (keys.TryGetValue(id, out Known known) && time.GetElapsedTime(known.ReadAt) < Remembered)
        {
            return known.Key;
        }

        long asked = time.GetTimestamp();
        ApiKey? key = await store.FindAsync(id, cancellation);
        Remember(keys, id, key is null ? null : new Known(key, asked));
        return key;
    }

    private async ValueTask<Session?> FindSessionAsync(string id, CancellationToken cancellation)
    {
        if (sessions.TryGetValue(id, out KnownSession known) && time.GetElapsedTime(known.ReadAt) < Remembered)
        {
            return known.Session;
        }

        long asked = time.GetTimestamp();
        Session? session = await store.FindSessionAsync(id, cancellation);
        Remember(sessions, id, session is null ? null : new KnownSession(session, asked));
        return session;
    }

    private static void Remember<T>(ConcurrentDictionary<string, T> all, string id, T? value)
        where T : struct
    {
        if (value is not { } known)
        {
            all.TryRemove(id, out _);
            return;
        }

        if (all.Count >= MostRemembered)
        {
            all.Clear();
        }

        all[id] = known;
    }

    private readonly record struct Known(ApiKey Key, long ReadAt);

    private readonly record struct KnownSession(Session Session, long ReadAt);
}
