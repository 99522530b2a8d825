using Matinee.Core;
using Matinee.Core.Catalog;
using Matinee.Core.Models;
using Matinee.Core.Ranking;
using Matinee.Core.Ranking.Controls;

namespace Matinee;

/// <summary>What a list of recommendations shall be.</summary>
public sealed record RecommendOptions
{
    /// <summary>Length of the list, at least 1. Default 10.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>How many movies of the list to pass over, at least 0: 10 gives the second ten. Default 0.</summary>
    public int Offset { get; init; }

    /// <summary>Default: what was not rated.</summary>
    public SeenChoice Include { get; init; }

    /// <summary>Movies that were seen without being rated; unknown ones change nothing. Default: none.</summary>
    public IReadOnlyCollection<MovieReference> AlsoSeen { get; init; } = [];

    /// <summary>Movies never to list; unknown ones change nothing. Default: none.</summary>
    public IReadOnlyCollection<MovieReference> Hidden { get; init; } = [];

    /// <summary>The only movies that may be listed, such as those you have; unknown ones change nothing. Default null: any.</summary>
    public IReadOnlyCollection<MovieReference>? Only { get; init; }

    /// <summary>Genres, years, tags and numbers of ratings. Default null: all movies.</summary>
    public MovieFilter? Filter { get; init; }

    /// <summary>How much being unlike the rest of the list counts against score, 0 to 1. Default 0: score alone.</summary>
    public double Diversity { get; init; }

    /// <summary>Default MMR.</summary>
    public DiversityMethod DiversityMethod { get; init; }

    /// <summary>How much the list shall have the rated movies' mix of genres, 0 to 1. Default 0.</summary>
    public double Calibration { get; init; }

    /// <summary>−1: towards movies that few have rated; 1: towards well-known ones. Default 0.</summary>
    public double Popularity { get; init; }

    /// <summary>How much being unlike the rated movies counts among well-scored ones, 0 to 1. Default 0.</summary>
    public double Serendipity { get; init; }

    /// <summary>Whether each movie comes with its reasons, which takes more time. Default: no.</summary>
    public bool Explain { get; init; }

    /// <exception cref="MatineeException">A value is out of range.</exception>
    internal RecommendOptions Validate()
    {
        OptionRules.AtLeast(Limit, 1, nameof(Limit));
        OptionRules.AtLeast(Offset, 0, nameof(Offset));
        return this;
    }

    internal RankingControls Controls =>
        new()
        {
            Diversity = Diversity,
            DiversityMethod = DiversityMethod,
            Calibration = Calibration,
            Popularity = Popularity,
            Serendipity = Serendipity,
            Filter = Filter,
        };
}
