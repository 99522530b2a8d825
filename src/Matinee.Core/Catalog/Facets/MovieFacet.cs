namespace Matinee.Core.Catalog.Facets;

public enum FacetKind
{
    Title,
    Genres,
    Tag,
    Plot,
}

/// <summary>One thing that can be said about a movie, as a text of its own.</summary>
/// <param name="Weight">Its share in what the movie's facets of that kind say, above 0; over one kind they sum to 1.</param>
public readonly record struct MovieFacet(FacetKind Kind, string Text, float Weight);
