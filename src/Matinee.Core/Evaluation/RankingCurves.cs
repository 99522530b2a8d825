using System.Numerics.Tensors;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Core.Evaluation;

/// <summary>Mean accuracy at every list length: entry k − 1 is the mean over users at k.</summary>
public sealed record RankingCurves(double[] Ndcg, double[] Recall, double[] Precision)
{
    // Sums are over fixed pieces of users, so they don't depend on the number of threads.
    private const int UsersTogether = 1024;

    private RankingCurves(int length)
        : this(new double[length], new double[length], new double[length]) { }

    /// <summary>The longest list.</summary>
    public int Length => Ndcg.Length;

    /// <summary>
    /// Walks each list once: what <see cref="HitMetrics"/> computes at one k is carried on from k − 1.
    /// </summary>
    /// <param name="relevant">What was to be found, users × items; every evaluated user has some.</param>
    public static RankingCurves From(RankingResult result, InteractionMatrix relevant)
    {
        int length = result.Cutoffs[^1];
        int users = result.Users.Count;
        double[] discounts = [.. Enumerable.Range(0, length).Select(n => 1 / Math.Log2(n + 2))];
        var pieces = new RankingCurves[(users + UsersTogether - 1) / UsersTogether];
        Parallel.For(
            0,
            pieces.Length,
            piece =>
            {
                var sums = new RankingCurves(length);
                int end = Math.Min(users, (piece + 1) * UsersTogether);
                for (int row = piece * UsersTogether; row < end; row++)
                {
                    sums.Add(result.Lists[row], relevant.RowColumns(result.Users[row]), discounts);
                }

                pieces[piece] = sums;
            }
        );
        var curves = new RankingCurves(length);
        foreach (RankingCurves sums in pieces)
        {
            curves.Add(sums);
        }

        curves.DivideBy(Math.Max(1, users));
        return curves;
    }

    private void Add(ReadOnlySpan<ScoredItem> list, ReadOnlySpan<int> relevant, ReadOnlySpan<double> discounts)
    {
        int hits = 0;
        double gain = 0;
        double ideal = 0;
        for (int n = 0; n < Length; n++)
        {
            ideal += n < relevant.Length ? discounts[n] : 0;
            if (n < list.Length && relevant.BinarySearch(list[n].Item) >= 0)
            {
                hits++;
                gain += discounts[n];
            }

            Ndcg[n] += gain / ideal;
            Recall[n] += (double)hits / relevant.Length;
            Precision[n] += (double)hits / (n + 1);
        }
    }

    private void Add(RankingCurves sums)
    {
        TensorPrimitives.Add(Ndcg, sums.Ndcg, Ndcg);
        TensorPrimitives.Add(Recall, sums.Recall, Recall);
        TensorPrimitives.Add(Precision, sums.Precision, Precision);
    }

    private void DivideBy(int users)
    {
        foreach (double[] curve in new[] { Ndcg, Recall, Precision })
        {
            TensorPrimitives.Divide(curve, users, curve);
        }
    }
}
