using Matinee.Core.Catalog.Facets;
using Matinee.Core.Interactions;

namespace Matinee.Core.Models;

/// <summary>A ranker that reads what movies say, and can tell which of a movie's texts a history made it read.</summary>
public interface ITextExplainer : IExplainer
{
    /// <summary>As what it was given every movie: its facet n is the n-th that <see cref="MovieFacets.Of"/> gives.</summary>
    MovieFacetOptions FacetOptions { get; }

    /// <param name="item">Any covered item, also one that nobody has rated.</param>
    /// <returns>One per facet of the movie, in their order; empty where it has none or the history does not choose.</returns>
    IReadOnlyList<FacetReading> ReadTexts(UserHistory history, ItemIndex item);
}

/// <summary>What one of a movie's texts is to a history.</summary>
/// <param name="Attention">Its share of the history's attention to the movie, 0 to 1; over the movie they sum to 1.</param>
/// <param name="Score">
/// Its part in the score that <see cref="IRanker.Score"/> gives the movie where it reads it; negative where it speaks against.
/// </param>
public readonly record struct FacetReading(FacetKind Kind, float Attention, float Score);
