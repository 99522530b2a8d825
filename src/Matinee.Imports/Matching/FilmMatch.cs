using Matinee.Core.Interactions;

namespace Matinee.Imports.Matching;

public enum MatchStatus
{
    /// <summary>One movie, surely enough to go without asking.</summary>
    Matched,

    /// <summary>A person decides: <see cref="FilmMatch.Candidates"/>.</summary>
    Ambiguous,

    /// <summary>Nothing in the catalogue comes near.</summary>
    Unknown,

    /// <summary>A person chose to leave it out.</summary>
    LeftOut,
}

/// <summary>What a movie was recognised by, the surest first.</summary>
public enum MatchedBy
{
    Choice,
    ImdbNumber,
    TmdbNumber,
    MovieLensNumber,
    TitleAndYear,

    /// <summary>The title, and a year beside the catalogue's.</summary>
    TitleAndNearYear,

    /// <summary>The title alone: one of the two names no year.</summary>
    Title,

    /// <summary>Nearly the title, and the year.</summary>
    NearTitle,
}

/// <summary>Which movie of the catalogue a film is.</summary>
public sealed record FilmMatch(MatchStatus Status)
{
    /// <summary>The movie where <see cref="Status"/> is <see cref="MatchStatus.Matched"/>; else null.</summary>
    public ItemIndex? Item { get; init; }

    public MatchedBy? By { get; init; }

    /// <summary>What it may be, the likeliest first, five at most; empty unless ambiguous.</summary>
    public IReadOnlyList<ItemIndex> Candidates { get; init; } = [];

    /// <summary>A sentence about what is doubtful; null where nothing needs saying.</summary>
    public string? Note { get; init; }
}
