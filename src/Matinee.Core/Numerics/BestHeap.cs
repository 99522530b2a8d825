namespace Matinee.Core.Numerics;

/// <summary>
/// The best of the items that are added, in a heap whose root is the worst one kept. Higher scores come first; among equal
/// scores, lower item indices: whatever order items are added in.
/// </summary>
/// <param name="places">As long as the number of items wanted, at least 1.</param>
internal ref struct BestHeap(Span<ScoredItem> places)
{
    private readonly Span<ScoredItem> places = places;
    private int count;

    public readonly bool IsFull => count == places.Length;

    /// <summary>The score that a later item must reach; −∞ until the heap is full.</summary>
    public readonly float LeastScore => IsFull ? places[0].Score : float.NegativeInfinity;

    /// <exception cref="ArgumentException">The score is NaN.</exception>
    public void Add(ScoredItem item)
    {
        if (float.IsNaN(item.Score))
        {
            throw new ArgumentException($"The score of item {item.Item} is not a number.", nameof(item));
        }

        if (!IsFull)
        {
            SiftUp(places[..++count], item);
        }
        else if (RanksBelow(places[0], item))
        {
            SiftDown(places, item);
        }
    }

    /// <summary>Sorts the places, best first; nothing can be added afterwards.</summary>
    /// <returns>How many hold an item.</returns>
    public readonly int SortBestFirst()
    {
        for (int end = count - 1; end > 0; end--)
        {
            (ScoredItem worst, ScoredItem last) = (places[0], places[end]);
            SiftDown(places[..end], last);
            places[end] = worst;
        }

        return count;
    }

    private static bool RanksBelow(ScoredItem a, ScoredItem b) =>
        a.Score < b.Score || (a.Score == b.Score && a.Item > b.Item);

    // Places an item in the free last slot.
    private static void SiftUp(Span<ScoredItem> heap, ScoredItem added)
    {
        int slot = heap.Length - 1;
        while (slot > 0 && RanksBelow(added, heap[(slot - 1) / 2]))
        {
            heap[slot] = heap[(slot - 1) / 2];
            slot = (slot - 1) / 2;
        }

        heap[slot] = added;
    }

    // Replaces the root.
    private static void SiftDown(Span<ScoredItem> heap, ScoredItem added)
    {
        int slot = 0;
        while (2 * slot + 1 < heap.Length)
        {
            int child = 2 * slot + 1;
            if (child + 1 < heap.Length && RanksBelow(heap[child + 1], heap[child]))
            {
                child++;
            }

            if (!RanksBelow(heap[child], added))
            {
                break;
            }

            heap[slot] = heap[child];
            slot = child;
        }

        heap[slot] = added;
    }
}
