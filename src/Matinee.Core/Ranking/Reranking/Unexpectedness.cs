using System.Numerics.Tensors;
using Matinee.Core.Ranking.Similarity;

namespace Matinee.Core.Ranking.Reranking;

/// <summary>
/// How unlike the history candidates are: 1 − the mean likeness to its movies, the content-based surprise of Kaminskas
/// and Bridge (2016), stretched over the candidates from 0, the most alike, to 1.
/// </summary>
internal static class Unexpectedness
{
    /// <param name="history">Item indices.</param>
    /// <returns>One per candidate; all 0 where candidates do not differ, as without a history.</returns>
    public static float[] Of(ItemSimilarity similarity, ReadOnlySpan<int> history, ReadOnlySpan<int> candidates)
    {
        var likeness = new float[candidates.Length];
        var row = new float[candidates.Length];
        foreach (int item in history)
        {
            similarity.Compare(item, candidates, row);
            TensorPrimitives.Add(likeness, row, likeness);
        }

        if (candidates.IsEmpty)
        {
            return likeness;
        }

        float most = TensorPrimitives.Max<float>(likeness);
        float range = most - TensorPrimitives.Min<float>(likeness);
        for (int n = 0; n < likeness.Length; n++)
        {
            likeness[n] = range > 0 ? (most - likeness[n]) / range : 0;
        }

        return likeness;
    }
}
