using Matinee.Core.Catalog;
using Matinee.Core.Models;
using Matinee.Core.Numerics;

namespace Matinee.Core.Ranking;

/// <summary>
/// Maximal marginal relevance (Carbonell and Goldstein 1998): picks one movie after the other, each for its score minus
/// its likeness to what is picked already. Likeness is the cosine of genres.
/// </summary>
public sealed class DiversityReranker
{
    // Beyond that depth a movie's score is too low to be picked for being different.
    private const int DepthFactor = 5;
    private const int LeastDepth = 100;

    private readonly GenreSpace genres;
    private readonly float diversity;

    /// <param name="diversity">0: by score alone; 1: by difference alone.</param>
    public DiversityReranker(GenreSpace genres, double diversity)
    {
        OptionRules.Between(diversity, 0, 1, nameof(diversity));
        this.genres = genres;
        this.diversity = (float)diversity;
    }

    /// <summary>How many of the best-scored movies <see cref="Rerank"/> wants to choose a list of that length from.</summary>
    public static int Depth(int listLength) =>
        (int)Math.Min(int.MaxValue, Math.Max(LeastDepth, (long)DepthFactor * listLength));

    /// <param name="candidates">Best score first.</param>
    /// <param name="list">Receives the picks in order, with the scores they came with.</param>
    /// <returns>How many there are: all candidates, or a full list.</returns>
    public int Rerank(ReadOnlySpan<ScoredItem> candidates, Span<ScoredItem> list)
    {
        int count = Math.Min(candidates.Length, list.Length);
        if (count == 0)
        {
            return 0;
        }

        float best = candidates[0].Score;
        float range = best - candidates[^1].Score;
        var likeness = new float[candidates.Length];
        var picked = new bool[candidates.Length];
        for (int n = 0; n < count; n++)
        {
            int pick = Best(candidates, likeness, picked, best, range);
            picked[pick] = true;
            list[n] = candidates[pick];
            for (int other = 0; other < candidates.Length; other++)
            {
                var cosine = (float)(genres.Cosine(candidates[pick].Item, candidates[other].Item) ?? 0);
                likeness[other] = Math.Max(likeness[other], cosine);
            }
        }

        return count;
    }

    // The first of equals wins, which is the better-scored one.
    private int Best(ReadOnlySpan<ScoredItem> candidates, float[] likeness, bool[] picked, float best, float range)
    {
        int pick = -1;
        float highest = float.NegativeInfinity;
        for (int n = 0; n < candidates.Length; n++)
        {
            float relevance = range > 0 ? 1 - ((best - candidates[n].Score) / range) : 1;
            float value = ((1 - diversity) * relevance) - (diversity * likeness[n]);
            if (!picked[n] && value > highest)
            {
                highest = value;
                pick = n;
            }
        }

        return pick;
    }
}
