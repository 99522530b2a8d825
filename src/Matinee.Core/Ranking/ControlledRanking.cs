using System.Buffers;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;
using Matinee.Core.Ranking.Controls;
using Matinee.Core.Ranking.Reranking;

namespace Matinee.Core.Ranking;

/// <summary>
/// Turns scores into lists under controls: filters, then a tilt by popularity, then the best <see cref="PoolSize"/> as
/// candidates, then serendipity, then one greedy selection for diversity and calibration. Safe to share between threads.
/// </summary>
public sealed class ControlledRanking
{
    /// <summary>
    /// Movies that are selected from, whatever the list's length, so that a short list is the beginning of a longer
    /// one. Beyond the pool a list goes on by score.
    /// </summary>
    public const int PoolSize = 500;

    private readonly RankingSpace space;
    private readonly RankingControls controls;
    private readonly ulong[] filteredOut;

    /// <exception cref="MatineeException">A control is out of range, or the filter names an unknown genre or tag.</exception>
    public ControlledRanking(RankingSpace space, RankingControls controls)
    {
        this.space = space;
        this.controls = controls.Validate();
        filteredOut = controls.Filter is { IsEmpty: false } filter ? space.Filters.LeftOutBits(filter) : [];
    }

    /// <summary>Whether scores alone order what the filter lets through.</summary>
    internal bool KeepsOrder => controls.KeepsOrder;

    /// <param name="scores">One per ranked item.</param>
    /// <param name="includeSeen">Whether the history's movies may come back.</param>
    /// <param name="list">Receives the movies, best first, with the scores they came with.</param>
    /// <returns>How many there are: fewer than asked for only if no more may be listed.</returns>
    public int Select(UserHistory history, ReadOnlySpan<float> scores, bool includeSeen, Span<ScoredItem> list) =>
        Select(history, scores, includeSeen ? [] : history.Items, list);

    /// <param name="excluded">Items that may not be listed, ascending.</param>
    /// <inheritdoc cref="Select(UserHistory, ReadOnlySpan{float}, bool, Span{ScoredItem})"/>
    internal int Select(
        UserHistory history,
        ReadOnlySpan<float> scores,
        ReadOnlySpan<int> excluded,
        Span<ScoredItem> list
    )
    {
        if (controls.IsNeutral)
        {
            return TopK.Select(scores, excluded, list);
        }

        var leftOut = new ulong[ItemBits.Words(scores.Length)];
        ItemBits.Add(leftOut, excluded);
        return SelectWithout(history, scores, leftOut, list);
    }

    /// <param name="leftOut"><see cref="ItemBits"/> that may not be listed; those that the filter leaves out are added.</param>
    /// <inheritdoc cref="Select(UserHistory, ReadOnlySpan{float}, bool, Span{ScoredItem})"/>
    internal int SelectWithout(
        UserHistory history,
        ReadOnlySpan<float> scores,
        Span<ulong> leftOut,
        Span<ScoredItem> list
    )
    {
        LeaveOutFiltered(leftOut);
        return controls.KeepsOrder
            ? TopK.SelectWithout(scores, leftOut, list)
            : ListSelection.Fill(PoolOf(history, scores, leftOut, list.Length), controls, list);
    }

    /// <summary>Everything before the selection; other strengths of diversity can share it.</summary>
    /// <param name="excluded">Items that may not be listed, ascending.</param>
    internal CandidatePool Pool(
        UserHistory history,
        ReadOnlySpan<float> scores,
        ReadOnlySpan<int> excluded,
        int listLength
    )
    {
        var leftOut = new ulong[ItemBits.Words(scores.Length)];
        ItemBits.Add(leftOut, excluded);
        LeaveOutFiltered(leftOut);
        return PoolOf(history, scores, leftOut, listLength);
    }

    /// <summary>Adds what the filter leaves out.</summary>
    internal void LeaveOutFiltered(Span<ulong> leftOut) =>
        ItemBits.AddAll(leftOut, filteredOut.AsSpan(0, Math.Min(filteredOut.Length, leftOut.Length)));

    private CandidatePool PoolOf(
        UserHistory history,
        ReadOnlySpan<float> scores,
        ReadOnlySpan<ulong> leftOut,
        int listLength
    )
    {
        ScoredItem[] best = Best(scores, leftOut, Math.Min(Math.Max(PoolSize, listLength), scores.Length));
        ScoredItem[] candidates = best[..Math.Min(PoolSize, best.Length)];
        ScoredItem[] tail = best[candidates.Length..];
        float[] relevance = Relevance(candidates);
        if (controls.Serendipity > 0)
        {
            MixIn(history, candidates, relevance);
        }

        RestoreScores(candidates, scores);
        RestoreScores(tail, scores);
        double[]? target = controls.Calibration > 0 ? space.Genres.Of(history) : null;
        return new CandidatePool(candidates, relevance, tail, space, target);
    }

    // By the tilted scores.
    private ScoredItem[] Best(ReadOnlySpan<float> scores, ReadOnlySpan<ulong> leftOut, int count)
    {
        var best = new ScoredItem[count];
        if (controls.Popularity == 0)
        {
            return best[..TopK.SelectWithout(scores, leftOut, best)];
        }

        float[] rented = ArrayPool<float>.Shared.Rent(scores.Length);
        Span<float> tilted = rented.AsSpan(0, scores.Length);
        scores.CopyTo(tilted);
        PopularityTilt.Apply(tilted, leftOut, space.Fame[..scores.Length], controls.Popularity, PoolSize);
        best = best[..TopK.SelectWithout(tilted, leftOut, best)];
        ArrayPool<float>.Shared.Return(rented);
        return best;
    }

    // Scores as a share of the pool's range, so that a strength means the same to every model and user.
    private static float[] Relevance(ScoredItem[] candidates)
    {
        var relevance = new float[candidates.Length];
        float range = candidates.Length == 0 ? 0 : candidates[0].Score - candidates[^1].Score;
        for (int n = 0; n < relevance.Length; n++)
        {
            relevance[n] = range > 0 ? 1 - ((candidates[0].Score - candidates[n].Score) / range) : 1;
        }

        return relevance;
    }

    private void MixIn(UserHistory history, ScoredItem[] candidates, float[] relevance)
    {
        int[] items = [.. candidates.Select(candidate => candidate.Item)];
        float[] unexpected = Unexpectedness.Of(space.Similarity, history.Items, items);
        var share = (float)controls.Serendipity;
        for (int n = 0; n < relevance.Length; n++)
        {
            relevance[n] = ((1 - share) * relevance[n]) + (share * unexpected[n]);
        }

        int[] order = [.. Enumerable.Range(0, relevance.Length).OrderByDescending(n => relevance[n])];
        ScoredItem[] sorted = [.. order.Select(n => candidates[n])];
        float[] falling = [.. order.Select(n => relevance[n])];
        sorted.CopyTo(candidates, 0);
        falling.CopyTo(relevance, 0);
    }

    private static void RestoreScores(ScoredItem[] items, ReadOnlySpan<float> scores)
    {
        for (int n = 0; n < items.Length; n++)
        {
            items[n] = items[n] with { Score = scores[items[n].Item] };
        }
    }
}
