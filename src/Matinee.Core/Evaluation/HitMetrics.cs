namespace Matinee.Core.Evaluation;

/// <summary>
/// The accuracy metrics of one ranked list, as functions of which ranks hit. A list shorter than k counts as it stands.
/// </summary>
public static class HitMetrics
{
    private static readonly double[] Discounts = [.. Enumerable.Range(0, 1024).Select(DiscountAt)];

    public static int Hits(ReadOnlySpan<bool> hits, int k) => Top(hits, k).Count(true);

    public static double Precision(ReadOnlySpan<bool> hits, int k) => (double)Hits(hits, k) / k;

    public static double Recall(ReadOnlySpan<bool> hits, int k, int relevant) => (double)Hits(hits, k) / relevant;

    /// <summary>Normalised discounted cumulative gain with binary gains (Järvelin and Kekäläinen 2002).</summary>
    public static double Ndcg(ReadOnlySpan<bool> hits, int k, int relevant)
    {
        ReadOnlySpan<bool> top = Top(hits, k);
        double gain = 0;
        for (int n = 0; n < top.Length; n++)
        {
            if (top[n])
            {
                gain += Discount(n);
            }
        }

        return gain / IdealGain(k, relevant);
    }

    /// <summary>The discounted gain of the best list there is.</summary>
    internal static double IdealGain(int k, int relevant)
    {
        double ideal = 0;
        for (int n = 0; n < Math.Min(k, relevant); n++)
        {
            ideal += Discount(n);
        }

        return ideal;
    }

    /// <summary>What a hit gains at a position from 0.</summary>
    internal static double Discount(int position) =>
        position < Discounts.Length ? Discounts[position] : DiscountAt(position);

    private static double DiscountAt(int position) => 1 / Math.Log2(position + 2);

    /// <summary>Average precision, truncated at k.</summary>
    public static double AveragePrecision(ReadOnlySpan<bool> hits, int k, int relevant)
    {
        ReadOnlySpan<bool> top = Top(hits, k);
        int found = 0;
        double sum = 0;
        for (int n = 0; n < top.Length; n++)
        {
            if (top[n])
            {
                found++;
                sum += (double)found / (n + 1);
            }
        }

        return sum / Math.Min(k, relevant);
    }

    public static double ReciprocalRank(ReadOnlySpan<bool> hits, int k)
    {
        int first = Top(hits, k).IndexOf(true);
        return first < 0 ? 0 : 1.0 / (first + 1);
    }

    private static ReadOnlySpan<bool> Top(ReadOnlySpan<bool> hits, int k) => hits[..Math.Min(k, hits.Length)];
}
