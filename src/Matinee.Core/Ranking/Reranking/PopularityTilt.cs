using System.Numerics.Tensors;
using Matinee.Core.Numerics;

namespace Matinee.Core.Ranking.Reranking;

/// <summary>
/// Moves scores towards well-known movies (strength above 0) or away from them (below): score + strength · range · fame,
/// where range is the distance from the best score to that of the pool's last movie, and fame is 0 to 1. No score moves
/// by more than |strength| times that range, so a movie far below the candidates never comes up for its fame alone.
/// </summary>
internal static class PopularityTilt
{
    /// <param name="scores">One per item; tilted in place.</param>
    /// <param name="leftOut"><see cref="ItemBits"/> that can't be listed.</param>
    /// <param name="fame">0 to 1, one per item.</param>
    /// <param name="strength">−1 to 1.</param>
    /// <param name="poolSize">The number of movies whose scores give the range.</param>
    public static void Apply(
        Span<float> scores,
        ReadOnlySpan<ulong> leftOut,
        ReadOnlySpan<float> fame,
        double strength,
        int poolSize
    )
    {
        var best = new ScoredItem[Math.Min(poolSize, scores.Length)];
        int found = TopK.SelectWithout(scores, leftOut, best);
        if (found > 0)
        {
            float range = best[0].Score - best[found - 1].Score;
            TensorPrimitives.MultiplyAdd(fame, (float)strength * range, scores, scores);
        }
    }
}
