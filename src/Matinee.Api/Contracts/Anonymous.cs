using Matinee.Core.Catalog;

namespace Matinee.Api.Contracts;

/// <summary>What a visitor without an id brings; nothing of it is stored.</summary>
public sealed record VisitorBody
{
    /// <summary>At most 10 000, of distinct movies. None: what everyone likes.</summary>
    public IReadOnlyList<RatingOfMovie>? Ratings { get; init; }

    /// <summary>Movies never to recommend, at most 10 000; unknown ones change nothing.</summary>
    public IReadOnlyList<MovieReference>? Hidden { get; init; }

    /// <summary>The only movies to recommend, at most 100 000; unknown ones change nothing.</summary>
    public IReadOnlyList<MovieReference>? Only { get; init; }
}
