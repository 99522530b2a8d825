using System.Numerics.Tensors;
using Matinee.Core.Ranking.Similarity;

namespace Matinee.Core.Ranking.Reranking;

/// <summary>
/// The diversity half of maximal marginal relevance (Carbonell and Goldstein 1998): minus the likeness to what is picked.
/// Likeness to a list is the mean of the average and the greatest likeness to its movies: the average is what
/// intra-list diversity measures, the greatest keeps near-duplicates out.
/// </summary>
internal sealed class MarginalRelevance(PoolSimilarity similarity) : IListTerm
{
    private readonly float[] sums = new float[similarity.Count];
    private readonly float[] greatest = new float[similarity.Count];
    private int picked;

    public void Gains(Span<float> gains)
    {
        TensorPrimitives.Multiply(sums, picked == 0 ? 0 : -0.5f / picked, gains);
        TensorPrimitives.MultiplyAdd(greatest, -0.5f, gains, gains);
    }

    public void Pick(int candidate)
    {
        ReadOnlySpan<float> row = similarity.Row(candidate);
        TensorPrimitives.Add(sums, row, sums);
        TensorPrimitives.Max(greatest, row, greatest);
        picked++;
    }
}
