using System.Numerics.Tensors;
using Matinee.Core.Catalog;
using Matinee.Core.Models;
using Matinee.Core.Models.Hybrid;
using Matinee.Core.Numerics;
using Matinee.Neural.Hybrid;

namespace Matinee.Bench.Ablation;

/// <summary>Intra-list diversity in text space: mean of 1 − cosine over a list's pairs (Ziegler et al. 2005).</summary>
internal sealed class TextDiversity(MovieCatalog catalog, HybridOptions options, TrainingContext context)
{
    private readonly FacetTable facets = FacetTable.Of(catalog, catalog.Count, options, context);
    private readonly Dictionary<int, float[]> vectors = [];

    public double Of(ScoredItem[] list, int k)
    {
        float[][] movies = [.. list.Take(k).Select(item => Vector(item.Item))];
        double sum = 0;
        for (int n = 1; n < movies.Length; n++)
        {
            for (int m = 0; m < n; m++)
            {
                sum += 1 - TensorPrimitives.Dot(movies[n], movies[m]);
            }
        }

        return sum / (movies.Length * (movies.Length - 1) / 2.0);
    }

    // The movie's facets summed as everywhere, of length 1.
    private float[] Vector(int item)
    {
        if (!vectors.TryGetValue(item, out float[]? vector))
        {
            vector = new float[facets.Vectors.Dimensions];
            for (int facet = facets.Starts[item]; facet < facets.Starts[item + 1]; facet++)
            {
                TensorPrimitives.MultiplyAdd(facets.Vectors[facets.Texts[facet]], facets.Shares[facet], vector, vector);
            }

            TensorPrimitives.Divide(vector, TensorPrimitives.Norm(vector), vector);
            vectors.Add(item, vector);
        }

        return vector;
    }
}
