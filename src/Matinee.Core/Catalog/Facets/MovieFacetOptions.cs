using Matinee.Core.Models;

namespace Matinee.Core.Catalog.Facets;

/// <summary>What is said about a movie.</summary>
public sealed record MovieFacetOptions
{
    /// <summary>How many of the most applied tags, 0 to 1 000. Default 10: what comes after was mostly said once.</summary>
    public int MaxTags { get; init; } = 10;

    /// <summary>Whether the tags are one text, most applied first, and not one each. Default false.</summary>
    public bool GroupTags { get; init; }

    public MovieFacetOptions Validate()
    {
        OptionRules.Between(MaxTags, 0, 1000, nameof(MaxTags));
        return this;
    }
}
