namespace Matinee.Core.Numerics;

/// <summary>
/// The best items of a score vector. Higher scores come first; among equal scores, lower item indices.
/// </summary>
public static class TopK
{
    // A heap serves short lists; for long ones it is cheaper to find a bound first, and to sort what is above it.
    private const int LongList = 32;
    private const int ScoresPerPlace = 64;

    /// <summary>Fills <paramref name="destination"/> with the best items, best first, without allocating.</summary>
    /// <param name="scores">One score per item.</param>
    /// <param name="excludedAscending">Items to leave out, in ascending order.</param>
    /// <param name="destination">As long as the number of items wanted.</param>
    /// <returns>The number of items written: fewer than wanted only if there are no more.</returns>
    /// <exception cref="ArgumentException">A score is NaN.</exception>
    public static int Select(
        ReadOnlySpan<float> scores,
        ReadOnlySpan<int> excludedAscending,
        Span<ScoredItem> destination
    ) => Select(scores, excludedAscending, destination, VectorWidths.Widest);

    internal static int Select(
        ReadOnlySpan<float> scores,
        ReadOnlySpan<int> excludedAscending,
        Span<ScoredItem> destination,
        VectorWidth width
    ) => Select(scores, new AscendingItems(excludedAscending), destination, width);

    /// <summary>The same with the items to leave out as a set.</summary>
    /// <param name="leftOut"><see cref="ItemBits"/> of at least as many items as there are scores.</param>
    /// <inheritdoc cref="Select(ReadOnlySpan{float}, ReadOnlySpan{int}, Span{ScoredItem})"/>
    internal static int SelectWithout(
        ReadOnlySpan<float> scores,
        ReadOnlySpan<ulong> leftOut,
        Span<ScoredItem> destination
    ) => Select(scores, new ItemsInBits(leftOut), destination, VectorWidths.Widest);

    private static int Select<TExcluded>(
        ReadOnlySpan<float> scores,
        TExcluded excluded,
        Span<ScoredItem> destination,
        VectorWidth width
    )
        where TExcluded : IExcludedItems, allows ref struct
    {
        if (destination.IsEmpty)
        {
            return 0;
        }

        if (destination.Length >= LongList && scores.Length >= destination.Length * ScoresPerPlace)
        {
            return LongTopK.Select(scores, excluded, destination, width);
        }

        var heap = new BestHeap(destination);
        for (int item = 0; item < scores.Length; item++)
        {
            if (heap.IsFull)
            {
                // A later item with the same score as the worst one kept ranks below it, so only higher scores count.
                item += ThresholdScan.FirstNotAtMost(scores[item..], heap.LeastScore, width);
                if (item == scores.Length)
                {
                    break;
                }
            }

            if (float.IsNaN(scores[item]))
            {
                throw new ArgumentException($"The score of item {item} is not a number.", nameof(scores));
            }

            if (!excluded.Contains(item))
            {
                heap.Add(new ScoredItem(item, scores[item]));
            }
        }

        return heap.SortBestFirst();
    }

    /// <summary>Asked for ascending items only.</summary>
    internal interface IExcludedItems
    {
        /// <summary>Whether any of the items from a multiple of <see cref="ItemBits.PerWord"/> to the next is left out.</summary>
        bool AnyInBlock(int start);

        bool Contains(int item);
    }

    private ref struct AscendingItems(ReadOnlySpan<int> items) : IExcludedItems
    {
        private readonly ReadOnlySpan<int> items = items;
        private int next;

        public bool AnyInBlock(int start)
        {
            Pass(start);
            return next < items.Length && items[next] < start + ItemBits.PerWord;
        }

        private void Pass(int item)
        {
            while (next < items.Length && items[next] < item)
            {
                next++;
            }
        }

        public bool Contains(int item)
        {
            Pass(item);
            return next < items.Length && items[next] == item;
        }
    }

    private readonly ref struct ItemsInBits(ReadOnlySpan<ulong> bits) : IExcludedItems
    {
        private readonly ReadOnlySpan<ulong> bits = bits;

        public bool AnyInBlock(int start) => bits[start / ItemBits.PerWord] != 0;

        public bool Contains(int item) => ItemBits.Contains(bits, item);
    }
}
