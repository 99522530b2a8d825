using Matinee.Core.Catalog;
using Matinee.Core.Catalog.Facets;

namespace Matinee.Api.Search.Semantic;

/// <summary>What is said about a movie, as one text that <see cref="MovieEncoder"/> reads: a line per facet, its kind in front.</summary>
internal static class MovieText
{
    private static readonly MovieFacetOptions Options = new() { MaxTags = 20, GroupTags = true };

    public static string Of(Movie movie) =>
        string.Join(
            '\n',
            MovieFacets.Of(movie, Options).Select(facet => $"{(char)('0' + facet.Kind)}{OneLine(facet.Text)}")
        );

    public static IEnumerable<(FacetKind Kind, string Text)> Facets(string text) =>
        text.Split('\n').Select(line => ((FacetKind)(line[0] - '0'), line[1..]));

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace('\n', ' ');
}
