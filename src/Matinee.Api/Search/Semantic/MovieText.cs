using Matinee.Core.Catalog;
using Matinee.Core.Catalog.Facets;

namespace Matinee.Api.Search.Semantic;

/// <summary>A movie as one text for the sentence encoder.</summary>
internal static class MovieText
{
    private static readonly MovieFacetOptions Options = new() { MaxTags = 20, GroupTags = true };

    /// <returns>Title with year, genres, most applied tags and plot, as sentences.</returns>
    public static string Of(Movie movie) =>
        string.Join(". ", MovieFacets.Of(movie, Options).Select(facet => facet.Text));
}
