using Matinee.Client.Http;

namespace Matinee.Client;

/// <summary>By what movies are alike.</summary>
public enum SimilarBy
{
    /// <summary>Both, ratings the more the better the movie is known.</summary>
    Blended,

    /// <summary>By who rated them.</summary>
    Collaborative,

    /// <summary>By what they say of themselves.</summary>
    Textual,
}

/// <summary>Which similar movies are wanted.</summary>
public sealed record SimilarOptions : FilterOptions
{
    /// <summary>Default: both ways of being alike.</summary>
    public SimilarBy? By { get; init; }

    internal override Address Add(Address address) => base.Add(address).With("by", By?.ToString().ToLowerInvariant());
}
