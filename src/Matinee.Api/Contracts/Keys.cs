using System.Text.Json.Serialization;
using Matinee.Api.Access;

namespace Matinee.Api.Contracts;

/// <summary>A key, without its secret.</summary>
public sealed record KeyAnswer
{
    /// <summary>16 hexadecimal digits; it is the second part of the key itself.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }
    public required AccessScope Scope { get; init; }

    /// <summary>The only user that the key opens; null: every one.</summary>
    public required int? UserId { get; init; }

    /// <summary>Seconds since 1970 UTC.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>Seconds since 1970 UTC; null: never.</summary>
    public required long? ExpiresAt { get; init; }

    /// <summary>Seconds since 1970 UTC; null: it is not.</summary>
    public required long? RevokedAt { get; init; }

    internal static KeyAnswer Of(ApiKey key) =>
        new()
        {
            Id = key.Id,
            Name = key.Name,
            Scope = key.Scope,
            UserId = key.UserId,
            CreatedAt = key.CreatedAt,
            ExpiresAt = key.ExpiresAt,
            RevokedAt = key.RevokedAt,
        };
}

/// <summary>Every key, the oldest first.</summary>
public sealed record KeysAnswer(IReadOnlyList<KeyAnswer> Keys);

/// <summary>A key to make.</summary>
public sealed record NewKeyBody
{
    /// <summary>Who gets it, and what for: 1 to 100 characters.</summary>
    [JsonRequired]
    public string Name { get; init; } = "";

    [JsonRequired]
    public AccessScope Scope { get; init; }

    /// <summary>The only user that it opens; not for admins. Null: every one.</summary>
    public int? UserId { get; init; }

    /// <summary>Days that it lasts, 1 to 3 650; null: for ever.</summary>
    public int? Days { get; init; }
}

/// <param name="Secret">The key itself: shown once, here, and kept nowhere.</param>
public sealed record NewKeyAnswer(string Secret, KeyAnswer Key);

/// <summary>A key to sign in with.</summary>
public sealed record SessionBody
{
    [JsonRequired]
    public string Key { get; init; } = "";
}

/// <summary>Who a browser is signed in as.</summary>
/// <param name="KeysNeeded">Whether this server asks for keys; if not, anyone may do anything.</param>
/// <param name="Scope">Null where no one is signed in.</param>
/// <param name="UserId">The only user that may be asked about; null: any.</param>
public sealed record SessionAnswer(bool KeysNeeded, AccessScope? Scope, int? UserId);
