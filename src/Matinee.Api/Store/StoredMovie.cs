namespace Matinee.Api.Store;

/// <summary>A movie that was added after the model was trained.</summary>
public sealed record StoredMovie
{
    /// <summary>0 until the store gives one.</summary>
    public int Id { get; init; }

    public required string Title { get; init; }
    public int? Year { get; init; }
    public IReadOnlyList<string> Genres { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>With its leading zeros, without <c>tt</c>.</summary>
    public string? ImdbId { get; init; }

    public int? TmdbId { get; init; }
    public string? Plot { get; init; }

    /// <summary>Seconds since 1970 UTC.</summary>
    public long AddedAt { get; init; }
}
