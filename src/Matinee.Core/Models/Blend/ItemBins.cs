using System.Runtime.InteropServices;
using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;

namespace Matinee.Core.Models.Blend;

/// <summary>How many of each item's ratings fall into each bin of time, where any do; bins ascend within an item.</summary>
/// <param name="starts">Length items + 1; item i's bins are entries starts[i] .. starts[i + 1].</param>
internal sealed class ItemBins(int[] starts, int[] bins, int[] counts)
{
    public int ItemCount => starts.Length - 1;

    /// <param name="binOf">The bin of a timestamp.</param>
    public static ItemBins Count(InteractionMatrix ratings, Func<long, int> binOf)
    {
        (int[] itemStarts, int[] binOfRating) = BinsByItem(ratings, binOf);
        var starts = new int[itemStarts.Length];
        var bins = new List<int>();
        var counts = new List<int>();
        for (int item = 0; item < ratings.ColumnCount; item++)
        {
            Span<int> ofItem = binOfRating.AsSpan(itemStarts[item]..itemStarts[item + 1]);
            ofItem.Sort();
            for (int n = 0; n < ofItem.Length; n++)
            {
                if (n > 0 && ofItem[n] == ofItem[n - 1])
                {
                    CollectionsMarshal.AsSpan(counts)[^1]++;
                    continue;
                }

                bins.Add(ofItem[n]);
                counts.Add(1);
            }

            starts[item + 1] = bins.Count;
        }

        return new ItemBins(starts, [.. bins], [.. counts]);
    }

    /// <summary>Per item Σ count · weight over its bins; a bin beyond the weights weighs 0.</summary>
    /// <param name="sums">One per item; overwritten.</param>
    public void Sum(ReadOnlySpan<double> weights, Span<float> sums)
    {
        for (int item = 0; item < sums.Length; item++)
        {
            double sum = 0;
            for (int n = starts[item]; n < starts[item + 1] && bins[n] < weights.Length; n++)
            {
                sum += counts[n] * weights[bins[n]];
            }

            sums[item] = (float)sum;
        }
    }

    public void Save(SafetensorsWriter tensors, string prefix)
    {
        tensors.Add($"{prefix}_starts", starts);
        tensors.Add($"{prefix}_bins", bins);
        tensors.Add($"{prefix}_counts", counts);
    }

    public static ItemBins Load(SafetensorsReader tensors, string prefix) =>
        new(tensors.Ints($"{prefix}_starts"), tensors.Ints($"{prefix}_bins"), tensors.Ints($"{prefix}_counts"));

    private static (int[] Starts, int[] Bins) BinsByItem(InteractionMatrix ratings, Func<long, int> binOf)
    {
        int[] perItem = ratings.ColumnCounts();
        var starts = new int[perItem.Length + 1];
        for (int item = 0; item < perItem.Length; item++)
        {
            starts[item + 1] = starts[item] + perItem[item];
        }

        int[] next = starts[..^1];
        var bins = new int[ratings.EntryCount];
        for (int n = 0; n < bins.Length; n++)
        {
            bins[next[ratings.Columns[n]]++] = binOf(ratings.Timestamps[n]);
        }

        return (starts, bins);
    }
}
