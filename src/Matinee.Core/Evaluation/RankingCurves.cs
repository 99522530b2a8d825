using Matinee.Core.Interactions;

namespace Matinee.Core.Evaluation;

/// <summary>Mean accuracy at every list length: entry k − 1 is the mean over users at k.</summary>
public sealed record RankingCurves(double[] Ndcg, double[] Recall, double[] Precision)
{
    /// <summary>The longest list.</summary>
    public int Length => Ndcg.Length;

    /// <summary>
    /// Walks each list once: what <see cref="HitMetrics"/> computes at one k is carried on from k − 1.
    /// </summary>
    /// <param name="relevant">What was to be found, users × items; every evaluated user has some.</param>
    public static RankingCurves From(RankingResult result, InteractionMatrix relevant)
    {
        int length = result.Cutoffs[^1];
        var curves = new RankingCurves(new double[length], new double[length], new double[length]);
        for (int row = 0; row < result.Users.Count; row++)
        {
            curves.Add(result.Lists[row], relevant.RowColumns(result.Users[row]));
        }

        curves.DivideBy(Math.Max(1, result.Users.Count));
        return curves;
    }

    private void Add(ReadOnlySpan<Numerics.ScoredItem> list, ReadOnlySpan<int> relevant)
    {
        int hits = 0;
        double gain = 0;
        double ideal = 0;
        for (int n = 0; n < Length; n++)
        {
            double discount = 1 / Math.Log2(n + 2);
            ideal += n < relevant.Length ? discount : 0;
            if (n < list.Length && relevant.BinarySearch(list[n].Item) >= 0)
            {
                hits++;
                gain += discount;
            }

            Ndcg[n] += gain / ideal;
            Recall[n] += (double)hits / relevant.Length;
            Precision[n] += (double)hits / (n + 1);
        }
    }

    private void DivideBy(int users)
    {
        foreach (double[] curve in new[] { Ndcg, Recall, Precision })
        {
            System.Numerics.Tensors.TensorPrimitives.Divide(curve, users, curve);
        }
    }
}
