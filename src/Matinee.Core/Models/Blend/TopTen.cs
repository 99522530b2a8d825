using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Matinee.Core.Models.Blend;

/// <summary>Discounted cumulative gain of the first ten of a ranking, without sorting it.</summary>
internal static class TopTen
{
    public const int Length = 10;

    private static readonly double[] Discounts =
    [
        .. Enumerable.Range(0, Length).Select(position => 1 / Math.Log2(position + 2)),
    ];

    /// <summary>The gain of a list that begins with all relevant movies.</summary>
    public static double Ideal(int relevant)
    {
        double gain = 0;
        for (int position = 0; position < Math.Min(Length, relevant); position++)
        {
            gain += Discounts[position];
        }

        return gain;
    }

    /// <param name="relevant">The places of the relevant candidates among the scores.</param>
    public static double Gain(ReadOnlySpan<float> scores, ReadOnlySpan<int> relevant)
    {
        double gain = 0;
        foreach (int place in relevant)
        {
            int ahead = Ahead(scores, place);
            if (ahead < Length)
            {
                gain += Discounts[ahead];
            }
        }

        return gain;
    }

    // Ten or more where ten or more are ahead: most candidates are found to be too low after a few blocks of others.
    private static int Ahead(ReadOnlySpan<float> scores, int place)
    {
        float score = scores[place];
        Vector256<float> wide = Vector256.Create(score);
        int ahead = 0;
        ReadOnlySpan<float> earlier = scores[..place];
        ReadOnlySpan<Vector256<float>> blocks = MemoryMarshal.Cast<float, Vector256<float>>(earlier);
        for (int block = 0; block < blocks.Length && ahead < Length; block++)
        {
            uint higher = Vector256.GreaterThanOrEqual(blocks[block], wide).ExtractMostSignificantBits();
            ahead += BitOperations.PopCount(higher);
        }

        for (int n = blocks.Length * Vector256<float>.Count; n < earlier.Length && ahead < Length; n++)
        {
            ahead += earlier[n] >= score ? 1 : 0;
        }

        ReadOnlySpan<float> later = scores[(place + 1)..];
        blocks = MemoryMarshal.Cast<float, Vector256<float>>(later);
        for (int block = 0; block < blocks.Length && ahead < Length; block++)
        {
            uint higher = Vector256.GreaterThan(blocks[block], wide).ExtractMostSignificantBits();
            ahead += BitOperations.PopCount(higher);
        }

        for (int n = blocks.Length * Vector256<float>.Count; n < later.Length && ahead < Length; n++)
        {
            ahead += later[n] > score ? 1 : 0;
        }

        return ahead;
    }
}
