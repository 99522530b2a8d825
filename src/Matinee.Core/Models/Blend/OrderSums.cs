namespace Matinee.Core.Models.Blend;

/// <summary>One item's sums, one per other item, and the heaviest of them; one thread's scratch.</summary>
/// <param name="kept">How many of the heaviest are taken.</param>
/// <param name="unit">The sum that weighs 1.</param>
internal sealed class OrderSums(int items, int kept, int unit)
{
    private readonly long[] sums = new long[items];
    private readonly int[] touched = new int[items];
    private readonly long[] best = new long[2 * kept];
    private int touchedCount;

    public void Add(int item, int amount)
    {
        if (sums[item] == 0)
        {
            touched[touchedCount++] = item;
        }

        sums[item] += amount;
    }

    /// <summary>The items with the greatest sums (of equal ones the lower index), ascending, and their weights; all is 0 again.</summary>
    public (int[] Items, float[] Weights) TakeHeaviest()
    {
        Span<long> heaviest = best.AsSpan(0, SelectHeaviest());
        var columns = new int[heaviest.Length];
        var weights = new float[heaviest.Length];
        for (int n = 0; n < heaviest.Length; n++)
        {
            columns[n] = Item(heaviest[n]);
        }

        Array.Sort(columns);
        for (int n = 0; n < columns.Length; n++)
        {
            weights[n] = (float)((double)sums[columns[n]] / unit);
        }

        foreach (int item in touched.AsSpan(0, touchedCount))
        {
            sums[item] = 0;
        }

        touchedCount = 0;
        return (columns, weights);
    }

    // Gathers twice as many as are kept and drops the lighter half whenever that is full: linear in the items touched.
    private int SelectHeaviest()
    {
        int count = 0;
        long atMost = 0;
        foreach (int item in touched.AsSpan(0, touchedCount))
        {
            long key = Key(item);
            if (key <= atMost)
            {
                continue;
            }

            best[count++] = key;
            if (count == best.Length)
            {
                SortHeaviestFirst(count);
                count = kept;
                atMost = best[kept - 1];
            }
        }

        SortHeaviestFirst(count);
        return Math.Min(count, kept);
    }

    // Orders by sum, then by lower index. Users × items × 2520 stays far below 2⁶³.
    private long Key(int item) => (sums[item] * items) + (items - 1 - item);

    private int Item(long key) => (int)(items - 1 - (key % items));

    private void SortHeaviestFirst(int count) => best.AsSpan(0, count).Sort((left, right) => right.CompareTo(left));
}
