namespace Matinee.Client;

/// <summary>What a caller's key opens.</summary>
/// <param name="KeysNeeded">Whether the server asks for keys; if not, anyone may do anything.</param>
/// <param name="Scope"><c>read</c>, <c>write</c> or <c>admin</c>; null without a valid key.</param>
/// <param name="UserId">The only user that may be asked about; null: any.</param>
public sealed record Session(bool KeysNeeded, string? Scope, int? UserId);

/// <summary>A key, without its secret.</summary>
public sealed record ApiKey
{
    /// <summary>16 hexadecimal digits; it is the second part of the key itself.</summary>
    public string Id
    {
        get => field ?? "";
        init;
    }

    public string Name
    {
        get => field ?? "";
        init;
    }

    /// <summary><c>read</c>, <c>write</c> or <c>admin</c>.</summary>
    public string Scope
    {
        get => field ?? "";
        init;
    }

    /// <summary>The only user that the key opens; null: every one.</summary>
    public int? UserId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null: never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Null: it is not.</summary>
    public DateTimeOffset? RevokedAt { get; init; }
}

/// <param name="Keys">The oldest first.</param>
public sealed record KeyList(IReadOnlyList<ApiKey> Keys);

/// <param name="Secret">The key itself, for <see cref="MatineeClientOptions.ApiKey"/>: shown once, here, and kept nowhere.</param>
public sealed record CreatedKey(string Secret, ApiKey Key)
{
    // A record would print its secret into any log.
    public override string ToString() => Key.ToString();
}
