namespace Matinee.Client;

/// <summary>A user.</summary>
public sealed record User
{
    public int Id { get; init; }

    /// <summary>Whether the server gave out the id; else the user comes from the training data.</summary>
    public bool IsNew { get; init; }

    /// <summary>Null for a user of the training data.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    public int TotalRatings { get; init; }

    /// <summary>How many movies are never to be recommended.</summary>
    public int Hidden { get; init; }

    /// <summary>Length of the allow-list; null: any movie may be recommended.</summary>
    public int? AllowList { get; init; }

    public int Events { get; init; }
    public UserProfile UserProfile
    {
        get => field ?? new();
        init;
    }
}

/// <summary>Movies by their ids.</summary>
public sealed record MovieIdList(IReadOnlyList<int> MovieIds);

/// <summary>The only movies to recommend; null: any.</summary>
public sealed record AllowList(IReadOnlyList<int>? MovieIds);

/// <param name="MovieIds">Ascending.</param>
/// <param name="Unknown">Movies of the request that the catalogue lacks; they are not stored.</param>
public sealed record StoredAllowList(IReadOnlyList<int> MovieIds, IReadOnlyList<string> Unknown);

/// <param name="Added">Events that were new.</param>
/// <param name="Total">All of the user's.</param>
public sealed record StoredEvents(int Added, int Total);
