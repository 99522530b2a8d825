using System.Numerics.Tensors;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.Blend;

/// <summary>A query laid out by feature, so that a change of one weight is one pass over one column.</summary>
internal sealed class QueryColumns
{
    private readonly float[] columns;
    private readonly int[] relevant;
    private readonly double[] gains;

    /// <param name="cutoffs">Of the lists whose NDCG is averaged.</param>
    public QueryColumns(BlendQuery query, int features, params ReadOnlySpan<int> cutoffs)
    {
        Count = query.Count;
        columns = new float[features * Count];
        for (int candidate = 0; candidate < Count; candidate++)
        {
            for (int feature = 0; feature < features; feature++)
            {
                columns[feature * Count + candidate] = query.Features[candidate * features + feature];
            }
        }

        relevant = [.. Enumerable.Range(0, Count).Where(candidate => query.IsRelevant[candidate])];
        gains = RankGains.Ndcg(query.Relevant, cutoffs);
    }

    public int Count { get; }

    public float[] Scores(ReadOnlySpan<double> weights)
    {
        var scores = new float[Count];
        for (int feature = 0; feature < weights.Length; feature++)
        {
            Vectors.Axpy((float)weights[feature], Column(feature), scores);
        }

        return scores;
    }

    /// <summary>scores + step · the feature's column</summary>
    public void Move(ReadOnlySpan<float> scores, int feature, double step, Span<float> moved) =>
        TensorPrimitives.MultiplyAdd(Column(feature), (float)step, scores, moved);

    /// <summary>0 to 1; 0 where no movie is relevant.</summary>
    public double Ndcg(ReadOnlySpan<float> scores) => RankGains.Sum(scores, relevant, gains);

    private ReadOnlySpan<float> Column(int feature) => columns.AsSpan(feature * Count, Count);
}
