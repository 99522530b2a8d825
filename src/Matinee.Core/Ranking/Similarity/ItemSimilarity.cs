using Matinee.Core.Catalog;

namespace Matinee.Core.Ranking.Similarity;

/// <param name="Weight">Share in the sum, above 0.</param>
public readonly record struct WeightedKernel(IItemKernel Kernel, double Weight);

/// <summary>
/// How alike two movies are, 0 to 1: the weighted sum of kernels, normalised so that every movie has likeness 1 to
/// itself, K(i, j) / √(K(i, i) · K(j, j)). A movie is compared by what is known of it, and one of which nothing is known
/// is like itself only. The matrix is positive semidefinite as its kernels are.
/// </summary>
public sealed class ItemSimilarity
{
    private readonly WeightedKernel[] kernels;
    private readonly float[] inverseNorms;
    private readonly Lazy<int[]> all;

    /// <param name="itemCount">Items 0 .. itemCount − 1 can be compared.</param>
    public ItemSimilarity(int itemCount, params WeightedKernel[] kernels)
    {
        this.kernels = kernels;
        inverseNorms = new float[itemCount];
        all = new(() => [.. Enumerable.Range(0, itemCount)]);
        for (int item = 0; item < itemCount; item++)
        {
            double known = kernels.Sum(part => part.Kernel.Knows(item) ? part.Weight : 0);
            inverseNorms[item] = known > 0 ? (float)(1 / Math.Sqrt(known)) : 0;
        }
    }

    /// <summary>Genres, mostly, with year and tags to tell apart what genres can't.</summary>
    public static ItemSimilarity OfCatalog(MovieCatalog catalog) => new CatalogKernels(catalog).ForDiversity();

    /// <summary>One movie against many.</summary>
    /// <param name="similarities">As long as <paramref name="others"/>; overwritten.</param>
    public void Compare(int item, ReadOnlySpan<int> others, Span<float> similarities)
    {
        similarities.Clear();
        foreach (WeightedKernel part in kernels)
        {
            part.Kernel.Add(item, others, (float)part.Weight, similarities);
        }

        float norm = inverseNorms[item];
        for (int n = 0; n < others.Length; n++)
        {
            float likeness = Math.Min(1, similarities[n] * norm * inverseNorms[others[n]]);
            similarities[n] = others[n] == item ? 1 : likeness;
        }
    }

    /// <summary>One movie against all.</summary>
    /// <param name="similarities">One per item; overwritten.</param>
    public void CompareAll(int item, Span<float> similarities) => Compare(item, all.Value, similarities);

    /// <summary>One pair.</summary>
    public float Compare(int left, int right)
    {
        Span<float> similarity = stackalloc float[1];
        Compare(left, [right], similarity);
        return similarity[0];
    }
}
