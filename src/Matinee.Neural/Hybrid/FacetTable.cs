using Matinee.Core.Catalog;
using Matinee.Core.Catalog.Facets;
using Matinee.Core.Models;
using Matinee.Core.Models.Hybrid;
using Matinee.Text;

namespace Matinee.Neural.Hybrid;

/// <summary>The movies' facets in compressed rows, with each distinct text encoded once.</summary>
/// <param name="Starts">Length movies + 1; movie i has facets Starts[i] .. Starts[i + 1].</param>
/// <param name="Texts">Per facet, its text's row of <paramref name="Vectors"/>.</param>
/// <param name="Kinds">Per facet, a <see cref="FacetKind"/>.</param>
/// <param name="Shares">Per facet, 1 / √(facets of its movie and kind): a sum of them grows with how much is said.</param>
internal sealed record FacetTable(int[] Starts, int[] Texts, int[] Kinds, float[] Shares, TextVectors Vectors)
{
    public static int KindCount { get; } = Enum.GetValues<FacetKind>().Length;

    public int TextCount => Vectors.Count;

    public static FacetTable Of(MovieCatalog catalog, int count, HybridOptions options, TrainingContext context)
    {
        var starts = new int[count + 1];
        var texts = new List<int>();
        var kinds = new List<int>();
        var shares = new List<float>();
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        MovieFacetOptions facetOptions = HybridModel.FacetsOf(options);
        for (int item = 0; item < count; item++)
        {
            IReadOnlyList<MovieFacet> facets = MovieFacets.Of(catalog.Movies[item], facetOptions);
            foreach (MovieFacet facet in facets)
            {
                if (!rows.TryGetValue(facet.Text, out int row))
                {
                    row = rows.Count;
                    rows.Add(facet.Text, row);
                }

                texts.Add(row);
                kinds.Add((int)facet.Kind);
                shares.Add(1 / MathF.Sqrt(facets.Count(other => other.Kind == facet.Kind)));
            }

            starts[item + 1] = texts.Count;
        }

        string[] distinct = [.. rows.OrderBy(pair => pair.Value).Select(pair => pair.Key)];
        return new FacetTable(
            starts,
            [.. texts],
            [.. kinds],
            [.. shares],
            TextSource.Encode(distinct, options, context)
        );
    }
}
