namespace Matinee.Api.Store.Backup;

/// <summary>What a backup says of itself.</summary>
public sealed record BackupManifest
{
    /// <summary>Grows when an older Matinee could not restore it.</summary>
    public required int Format { get; init; }

    /// <summary>The last change of the tables: <see cref="StoreFacts.Schema"/>.</summary>
    public required string Schema { get; init; }

    /// <summary><c>sqlite</c> or <c>postgres</c>; it restores into either.</summary>
    public required string Kind { get; init; }

    /// <summary>Seconds since 1970 UTC.</summary>
    public required long MadeAt { get; init; }

    /// <summary>Rows by table.</summary>
    public required IReadOnlyDictionary<string, long> Rows { get; init; }
}
