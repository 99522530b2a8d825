namespace Matinee.Api.Store;

/// <summary>What a person brings from elsewhere, to be written at once.</summary>
public sealed record UserImport
{
    /// <summary>Of distinct movies.</summary>
    public IReadOnlyList<StoredRating> Ratings { get; init; } = [];

    /// <summary>Under keys, so that importing again adds nothing.</summary>
    public IReadOnlyList<StoredEvent> Events { get; init; } = [];

    /// <summary>Movies never to recommend, beside those there are.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [];

    /// <summary>The only movies to recommend, in place of the list there is; null: that stays.</summary>
    public IReadOnlyList<int>? AllowList { get; init; }
}
