using Matinee.Client.Http;

namespace Matinee.Client;

/// <summary>Which movies a list may hold, by whether they were seen.</summary>
public enum Include
{
    /// <summary>Neither rated nor watched.</summary>
    Unseen,

    /// <summary>What to watch again.</summary>
    Seen,

    Any,
}

/// <summary>What a list of recommendations shall be.</summary>
public record ListOptions : FilterOptions
{
    /// <summary>How much being unlike the rest of the list counts against score, 0 to 1. Default 0.</summary>
    public double? Diversity { get; init; }

    /// <summary>−1: towards little-known movies; 1: towards well-known ones. Default 0.</summary>
    public double? Popularity { get; init; }

    /// <summary>Default: what was not seen.</summary>
    public Include? Include { get; init; }

    internal override Address Add(Address address) =>
        base.Add(address)
            .With("diversity", Diversity)
            .With("popularity", Popularity)
            .With("include", Include?.ToString().ToLowerInvariant());
}

/// <summary>What one person's list shall be.</summary>
public sealed record RecommendationOptions : ListOptions
{
    /// <summary>Whether to say why. Default: yes.</summary>
    public bool? Explain { get; init; }

    /// <summary>Whether to say why in a sentence, too (<see cref="RecommendedMovie.Why"/>). Default: no.</summary>
    public bool? InWords { get; init; }

    internal override Address Add(Address address) =>
        base.Add(address)
            .With("explain", Explain)
            .With("reasons", InWords is { } words ? (words ? "words" : "plain") : null);
}
