using System.Numerics.Tensors;

namespace Matinee.Core.Ranking.Reranking;

/// <summary>
/// Builds a list candidate by candidate, each time taking the one of the highest value; the first of equals. The value
/// starts as relevance, and every term of weight w turns it into (1 − w) · value + w · gain.
/// </summary>
internal static class GreedySelection
{
    /// <param name="relevance">One per candidate.</param>
    /// <param name="picks">Receives candidates in the order of picking; at most as many as there are.</param>
    public static void Select(
        ReadOnlySpan<float> relevance,
        IReadOnlyList<(IListTerm Term, float Weight)> terms,
        Span<int> picks
    )
    {
        var values = new float[relevance.Length];
        var gains = new float[relevance.Length];
        var free = new bool[relevance.Length];
        Array.Fill(free, true);
        for (int n = 0; n < picks.Length; n++)
        {
            relevance.CopyTo(values);
            foreach ((IListTerm term, float weight) in terms)
            {
                term.Gains(gains);
                TensorPrimitives.Multiply(values, 1 - weight, values);
                TensorPrimitives.MultiplyAdd(gains, weight, values, values);
            }

            int pick = First(values, free);
            free[pick] = false;
            picks[n] = pick;
            foreach ((IListTerm term, _) in terms)
            {
                term.Pick(pick);
            }
        }
    }

    private static int First(float[] values, bool[] free)
    {
        int pick = -1;
        for (int n = 0; n < values.Length; n++)
        {
            if (free[n] && (pick < 0 || values[n] > values[pick]))
            {
                pick = n;
            }
        }

        return pick;
    }
}
