using Matinee.Core.Numerics;
using Matinee.Core.Ranking.Controls;

namespace Matinee.Core.Ranking.Reranking;

/// <summary>Selects a list from a pool for relevance, diversity and calibration.</summary>
internal static class ListSelection
{
    /// <summary>
    /// Movies are selected ten at a time, and each ten stand by relevance: which ten there are makes a screen diverse,
    /// and their order makes it accurate.
    /// </summary>
    public const int BlockSize = 10;

    /// <returns>How many movies the list holds.</returns>
    public static int Fill(CandidatePool pool, RankingControls controls, Span<ScoredItem> list)
    {
        int count = Math.Min(list.Length, pool.Count);
        int selected = Math.Min(count, pool.Candidates.Length);
        List<(IListTerm, float)> terms = Terms(pool, controls);
        if (terms.Count == 0)
        {
            pool.Candidates.AsSpan(0, selected).CopyTo(list);
        }
        else
        {
            // Whole blocks, so that where a list ends does not change what is in it.
            int whole = (selected + BlockSize - 1) / BlockSize * BlockSize;
            var picks = new int[Math.Min(whole, pool.Candidates.Length)];
            GreedySelection.Select(pool.Relevance, terms, picks);
            for (int start = 0; start < picks.Length; start += BlockSize)
            {
                Array.Sort(picks, start, Math.Min(BlockSize, picks.Length - start));
            }

            for (int n = 0; n < selected; n++)
            {
                list[n] = pool.Candidates[picks[n]];
            }
        }

        pool.Tail.AsSpan(0, count - selected).CopyTo(list[selected..]);
        return count;
    }

    private static List<(IListTerm Term, float Weight)> Terms(CandidatePool pool, RankingControls controls)
    {
        var terms = new List<(IListTerm, float)>();
        if (controls.Diversity > 0)
        {
            IListTerm diversity =
                controls.DiversityMethod == DiversityMethod.Dpp
                    ? new DeterminantalDiversity(pool.Similarity)
                    : new MarginalRelevance(pool.Similarity);
            terms.Add((diversity, (float)controls.Diversity));
        }

        if (controls.Calibration > 0 && pool.GenreTarget is { } target)
        {
            terms.Add((new Calibration(pool.Space.Genres, target, pool.Items), (float)controls.Calibration));
        }

        return terms;
    }
}
