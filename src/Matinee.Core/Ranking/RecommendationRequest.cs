using Matinee.Core.Ranking.Controls;

namespace Matinee.Core.Ranking;

/// <summary>Which movies a list may hold, by whether they were seen.</summary>
public enum SeenChoice
{
    /// <summary>Those that were not.</summary>
    Unseen,

    /// <summary>Those that were: what to watch again.</summary>
    Seen,

    Any,
}

/// <summary>Which movies that nobody has rated a list may hold, where the model can place them.</summary>
public enum UnratedChoice
{
    None,

    /// <summary>Those that came after the model was trained.</summary>
    Added,

    All,
}

/// <summary>What a list shall look like. Item indices stand in any order; such as the model does not cover change nothing.</summary>
public sealed record RecommendationRequest
{
    /// <summary>List length, at least 1. Default 10.</summary>
    public int Count { get; init; } = 10;

    /// <summary>How many movies of the list to pass over, at least 0: 10 gives the second ten. Default 0.</summary>
    public int Offset { get; init; }

    /// <summary>Default: what was not seen.</summary>
    public SeenChoice Seen { get; init; }

    /// <summary>Movies that were seen although the history lacks them, item indices. Default: none.</summary>
    public ReadOnlyMemory<int> AlsoSeen { get; init; }

    /// <summary>Movies never to list, item indices. Default: none.</summary>
    public ReadOnlyMemory<int> Excluded { get; init; }

    /// <summary>The only movies that may be listed, item indices; null: any. Default null.</summary>
    public ReadOnlyMemory<int>? Only { get; init; }

    /// <summary>Default: those that came after the model was trained.</summary>
    public UnratedChoice Unrated { get; init; } = UnratedChoice.Added;

    /// <summary>What the list shall be beyond well-scored. Default: nothing.</summary>
    public RankingControls Controls { get; init; } = new();

    /// <summary>Length of the list whose end is asked for, before anything is passed over.</summary>
    internal int Length(int candidates)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Count, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Offset);
        return (int)Math.Min((long)Offset + Count, candidates);
    }
}
