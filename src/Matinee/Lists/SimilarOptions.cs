using Matinee.Core;
using Matinee.Core.Catalog;
using Matinee.Core.Models;
using Matinee.Core.Ranking.Controls;
using Matinee.Core.Ranking.Similar;

namespace Matinee;

/// <summary>Which similar movies are wanted.</summary>
public sealed record SimilarOptions
{
    /// <summary>Length of the list, at least 1. Default 10.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>How many movies of the list to pass over, at least 0. Default 0.</summary>
    public int Offset { get; init; }

    /// <summary>Default: by ratings and by what movies say of themselves.</summary>
    public SimilarityMode By { get; init; }

    /// <summary>The only movies that may be listed; unknown ones change nothing. Default null: any.</summary>
    public IReadOnlyCollection<MovieReference>? Only { get; init; }

    /// <summary>Genres, years, tags and numbers of ratings. Default null: all movies.</summary>
    public MovieFilter? Filter { get; init; }

    /// <exception cref="MatineeException">A value is out of range.</exception>
    internal SimilarOptions Validate()
    {
        OptionRules.AtLeast(Limit, 1, nameof(Limit));
        OptionRules.AtLeast(Offset, 0, nameof(Offset));
        Filter?.Validate();
        return this;
    }
}
