using System.Numerics.Tensors;
using Matinee.Core.Ranking.Similarity;

namespace Matinee.Core.Ranking.Reranking;

/// <summary>
/// The diversity half of a determinantal point process: ln det of the picked movies' similarity matrix, whose gain per
/// candidate is kept up to date by one Cholesky row per pick, O(candidates × picks²) in all (Chen, Zhang and Zhou 2018,
/// algorithm 1). Mixed with relevance r as (1 − θ) r + θ · gain it is greedy MAP inference under the kernel
/// exp(α rᵢ) Kᵢⱼ exp(α rⱼ) with α = (1 − θ) / 2θ.
/// </summary>
internal sealed class DeterminantalDiversity(PoolSimilarity similarity) : IListTerm
{
    /// <summary>
    /// K = 0.7 S + 0.3 I: a movie is at most 0.7 like another, so that a second one of the same kind is costly, not
    /// impossible, and determinants stay away from 0 where there are more picks than genres.
    /// </summary>
    public const float Ridge = 0.3f;

    private readonly List<float[]> rows = [];
    private readonly float[] remaining = Ones(similarity.Count);

    public void Gains(Span<float> gains) => TensorPrimitives.Log(remaining, gains);

    public void Pick(int candidate)
    {
        var row = new float[similarity.Count];
        TensorPrimitives.Multiply(similarity.Row(candidate), 1 - Ridge, row);
        foreach (float[] earlier in rows)
        {
            TensorPrimitives.MultiplyAdd(earlier, -earlier[candidate], row, row);
        }

        TensorPrimitives.Divide(row, MathF.Sqrt(remaining[candidate]), row);
        rows.Add(row);
        for (int n = 0; n < row.Length; n++)
        {
            // In exact arithmetic an unpicked movie keeps at least the ridge.
            remaining[n] = Math.Max(Ridge, remaining[n] - (row[n] * row[n]));
        }
    }

    private static float[] Ones(int count)
    {
        var ones = new float[count];
        Array.Fill(ones, 1);
        return ones;
    }
}
