namespace Matinee.Api.Access;

/// <summary>A key as it is stored. Times are seconds since 1970 UTC.</summary>
public sealed record ApiKey
{
    /// <summary>16 hexadecimal digits, public.</summary>
    public required string Id { get; init; }

    /// <summary>For people: who has it, and what for.</summary>
    public required string Name { get; init; }

    public required AccessScope Scope { get; init; }

    /// <summary>The only user it opens; null: every one.</summary>
    public int? UserId { get; init; }

    public required long CreatedAt { get; init; }

    /// <summary>Null: never.</summary>
    public long? ExpiresAt { get; init; }

    /// <summary>Null: it is not.</summary>
    public long? RevokedAt { get; init; }

    /// <summary>32 bytes, SHA-256 of the secret.</summary>
    internal byte[] Hash { get; init; } = [];

    public bool IsValidAt(long now) => RevokedAt is null && !(now >= ExpiresAt);
}

/// <summary>A browser that showed a key, and comes with a cookie since. It ends with its key, or before.</summary>
internal sealed record Session(string Id, byte[] Hash, string KeyId, long CreatedAt, long ExpiresAt);
