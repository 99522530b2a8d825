namespace Matinee.Api.Store;

/// <summary>A user of whom something is stored; the row stays when the user is erased, so that the id stays taken.</summary>
internal sealed class UserRow
{
    public required int Id { get; init; }
    public bool IsNew { get; init; }
    public bool IsErased { get; init; }
    public long CreatedAt { get; init; }

    /// <summary>Set as a whole, so kept as a whole; null: any movie.</summary>
    public int[]? AllowList { get; init; }

    /// <summary>Grows with every write to the user, so that who remembers the user can ask whether that still holds.</summary>
    public long Version { get; init; }
}

internal sealed class RatingRow
{
    public required int UserId { get; init; }
    public required int MovieId { get; init; }

    /// <summary>Null where the rating was removed.</summary>
    public float? Stars { get; init; }

    public long Timestamp { get; init; }
}

internal sealed class HiddenRow
{
    public required int UserId { get; init; }
    public required int MovieId { get; init; }
}

internal sealed class EventRow
{
    public required int UserId { get; init; }

    /// <summary>0, 1, 2, ... per user, in the order of arrival.</summary>
    public required int Number { get; init; }

    public int MovieId { get; init; }
    public EventKind Kind { get; init; }
    public long Timestamp { get; init; }
    public string? Key { get; init; }
}

internal sealed class MovieRow
{
    public required int Id { get; init; }
    public required string Title { get; init; }
    public int? Year { get; init; }
    public string[] Genres { get; init; } = [];
    public string[] Tags { get; init; } = [];
    public string? ImdbId { get; init; }
    public int? TmdbId { get; init; }
    public string? Plot { get; init; }
    public long AddedAt { get; init; }
}

/// <summary>A key of the API; the secret itself is kept nowhere.</summary>
internal sealed class ApiKeyRow
{
    public required string Id { get; init; }

    /// <summary>SHA-256 of the secret: 32 bytes.</summary>
    public required byte[] Hash { get; init; }

    public string Name { get; init; } = "";

    /// <summary>1: read, 2: write, 3: admin.</summary>
    public int Scope { get; init; }

    /// <summary>The only user whom the key is for; null: all.</summary>
    public int? UserId { get; init; }

    public long CreatedAt { get; init; }
    public long? ExpiresAt { get; init; }
    public long? RevokedAt { get; init; }
}

/// <summary>A browser's session, opened with a key.</summary>
internal sealed class SessionRow
{
    public required string Id { get; init; }

    /// <summary>SHA-256 of the secret: 32 bytes.</summary>
    public required byte[] Hash { get; init; }

    public required string KeyId { get; init; }
    public long CreatedAt { get; init; }
    public long ExpiresAt { get; init; }
}

/// <summary>What every server on the store must know alike, such as a shared secret.</summary>
internal sealed class SettingRow
{
    public required string Name { get; init; }
    public required string Value { get; init; }
}

/// <summary>What somebody did with a recommended movie.</summary>
internal sealed class OutcomeRow
{
    public required string ListId { get; init; }
    public required int MovieId { get; init; }
    public required int Kind { get; init; }

    /// <summary>Null for a visitor.</summary>
    public int? UserId { get; init; }

    public string Model { get; init; } = "";

    /// <summary>The movie's place in the list.</summary>
    public int Rank { get; init; }

    public float? Stars { get; init; }
    public long Timestamp { get; init; }
}

/// <summary>How many lists a model gave on a day, and how many movies they named.</summary>
internal sealed class ShownRow
{
    public required string Model { get; init; }

    /// <summary>Days since 1970 UTC.</summary>
    public required int Day { get; init; }

    public long Lists { get; init; }
    public long Movies { get; init; }
}
