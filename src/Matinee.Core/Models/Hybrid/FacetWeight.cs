namespace Matinee.Core.Models.Hybrid;

/// <param name="Facet">Place among the movie's facets, from 0.</param>
/// <param name="Weight">Its share of the history's attention to the movie, 0 to 1.</param>
public readonly record struct FacetWeight(int Facet, float Weight);
