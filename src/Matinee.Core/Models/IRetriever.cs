using System.Buffers;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models;

/// <summary>A ranker that finds a history's best items without a score for every one.</summary>
public interface IRetriever : IRanker
{
    /// <summary>Finds the items that <see cref="IRanker.Score"/> gives the highest scores, and those very scores.</summary>
    /// <param name="leftOut">A bit per covered item: item i, bit i mod 64 of word i / 64, is not to be found if it is set.</param>
    /// <param name="best">
    /// As long as the number of items wanted; receives them, best first, and among equal scores lower item indices first.
    /// </param>
    /// <returns>The number of items written: fewer than wanted only if there are no more.</returns>
    int Retrieve(UserHistory history, ReadOnlySpan<ulong> leftOut, Span<ScoredItem> best);

    /// <summary>The same from all scores.</summary>
    /// <inheritdoc cref="Retrieve"/>
    internal static int Select(IRanker ranker, UserHistory history, ReadOnlySpan<ulong> leftOut, Span<ScoredItem> best)
    {
        float[] rented = ArrayPool<float>.Shared.Rent(ranker.ItemCount);
        Span<float> scores = rented.AsSpan(0, ranker.ItemCount);
        ranker.Score(history, scores);
        int found = TopK.SelectWithout(scores, leftOut, best);
        ArrayPool<float>.Shared.Return(rented);
        return found;
    }
}
