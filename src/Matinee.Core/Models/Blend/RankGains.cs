using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Matinee.Core.Evaluation;

namespace Matinee.Core.Models.Blend;

/// <summary>What relevant movies earn by the ranks of their scores, without sorting them.</summary>
internal static class RankGains
{
    /// <summary>
    /// What a relevant movie adds to NDCG, by its rank from 0: the mean over cutoffs of its discount over the ideal list's gain.
    /// </summary>
    /// <param name="relevant">How many movies are relevant; of none the gains are 0.</param>
    public static double[] Ndcg(int relevant, params ReadOnlySpan<int> cutoffs)
    {
        var gains = new double[cutoffs.IsEmpty ? 0 : TensorPrimitives.Max(cutoffs)];
        foreach (int cutoff in cutoffs)
        {
            double ideal = HitMetrics.IdealGain(cutoff, relevant);
            for (int rank = 0; rank < cutoff && ideal > 0; rank++)
            {
                gains[rank] += HitMetrics.Discount(rank) / ideal / cutoffs.Length;
            }
        }

        return gains;
    }

    /// <param name="relevant">The places of the relevant candidates among the scores.</param>
    /// <param name="gains">By rank from 0; later ranks earn nothing.</param>
    public static double Sum(ReadOnlySpan<float> scores, ReadOnlySpan<int> relevant, ReadOnlySpan<double> gains)
    {
        double sum = 0;
        foreach (int place in relevant)
        {
            int ahead = Ahead(scores, place, gains.Length);
            if (ahead < gains.Length)
            {
                sum += gains[ahead];
            }
        }

        return sum;
    }

    // The limit or more where that many are ahead: most candidates are found to be too low after a few blocks of others.
    private static int Ahead(ReadOnlySpan<float> scores, int place, int limit)
    {
        float score = scores[place];
        Vector256<float> wide = Vector256.Create(score);
        int ahead = 0;
        ReadOnlySpan<float> earlier = scores[..place];
        ReadOnlySpan<Vector256<float>> blocks = MemoryMarshal.Cast<float, Vector256<float>>(earlier);
        for (int block = 0; block < blocks.Length && ahead < limit; block++)
        {
            uint higher = Vector256.GreaterThanOrEqual(blocks[block], wide).ExtractMostSignificantBits();
            ahead += BitOperations.PopCount(higher);
        }

        for (int n = blocks.Length * Vector256<float>.Count; n < earlier.Length && ahead < limit; n++)
        {
            ahead += earlier[n] >= score ? 1 : 0;
        }

        ReadOnlySpan<float> later = scores[(place + 1)..];
        blocks = MemoryMarshal.Cast<float, Vector256<float>>(later);
        for (int block = 0; block < blocks.Length && ahead < limit; block++)
        {
            uint higher = Vector256.GreaterThan(blocks[block], wide).ExtractMostSignificantBits();
            ahead += BitOperations.PopCount(higher);
        }

        for (int n = blocks.Length * Vector256<float>.Count; n < later.Length && ahead < limit; n++)
        {
            ahead += later[n] > score ? 1 : 0;
        }

        return ahead;
    }
}
