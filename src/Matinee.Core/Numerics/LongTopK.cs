using System.Buffers;
using System.Numerics.Tensors;

namespace Matinee.Core.Numerics;

/// <summary>
/// The best items where many are wanted: the largest scores of blocks bound the last place from below, and the few scores above the
/// bound are sorted.
/// </summary>
internal static class LongTopK
{
    private const int BlockLength = ItemBits.PerWord;

    // Nothing is at most this.
    private const float NoBound = float.NaN;

    /// <returns>The number of items written.</returns>
    /// <exception cref="ArgumentException">A score is NaN.</exception>
    public static int Select<TExcluded>(
        ReadOnlySpan<float> scores,
        TExcluded excluded,
        Span<ScoredItem> destination,
        VectorWidth width
    )
        where TExcluded : TopK.IExcludedItems, allows ref struct
    {
        float bound = Bound(scores, excluded, destination.Length);
        ulong[] keys = ArrayPool<ulong>.Shared.Rent(4 * destination.Length);
        int count = 0;
        for (int item = 0; item < scores.Length; item++)
        {
            item += ThresholdScan.FirstNotAtMost(scores[item..], bound, width);
            if (item == scores.Length)
            {
                break;
            }

            if (float.IsNaN(scores[item]))
            {
                throw new ArgumentException($"The score of item {item} is not a number.", nameof(scores));
            }

            if (excluded.Contains(item))
            {
                continue;
            }

            if (count == keys.Length)
            {
                keys = Grown(keys);
            }

            keys[count++] = Key(scores[item], item);
        }

        Span<ulong> found = keys.AsSpan(0, count);
        found.Sort();
        int places = Math.Min(count, destination.Length);
        for (int n = 0; n < places; n++)
        {
            var item = (int)(uint)found[n];
            destination[n] = new ScoredItem(item, scores[item]);
        }

        ArrayPool<ulong>.Shared.Return(keys);
        return places;
    }

    // As many blocks as are asked for have an item that may be listed and has this score or more; the scan takes what is above.
    private static float Bound<TExcluded>(ReadOnlySpan<float> scores, TExcluded excluded, int wanted)
        where TExcluded : TopK.IExcludedItems, allows ref struct
    {
        int blocks = scores.Length / BlockLength;
        if (wanted >= blocks)
        {
            return NoBound;
        }

        float[] rented = ArrayPool<float>.Shared.Rent(blocks);
        Span<float> largest = rented.AsSpan(0, blocks);
        for (int block = 0; block < blocks; block++)
        {
            int start = block * BlockLength;
            if (!excluded.AnyInBlock(start))
            {
                largest[block] = TensorPrimitives.MaxNumber<float>(scores.Slice(start, BlockLength));
                continue;
            }

            largest[block] = float.NegativeInfinity;
            for (int item = start; item < start + BlockLength; item++)
            {
                if (!excluded.Contains(item))
                {
                    largest[block] = float.MaxNumber(largest[block], scores[item]);
                }
            }
        }

        float last = OrderStatistics.Select(largest, blocks - wanted);
        float bound = float.IsNegativeInfinity(last) ? NoBound : MathF.BitDecrement(last);
        ArrayPool<float>.Shared.Return(rented);
        return bound;
    }

    // Ascending keys are falling scores, and rising items among equal ones.
    private static ulong Key(float score, int item)
    {
        // Both zeros are one score.
        uint bits = BitConverter.SingleToUInt32Bits(score == 0 ? 0 : score);
        uint ascending = (bits & 0x8000_0000) != 0 ? ~bits : bits | 0x8000_0000;
        return ((ulong)~ascending << 32) | (uint)item;
    }

    private static ulong[] Grown(ulong[] keys)
    {
        ulong[] larger = ArrayPool<ulong>.Shared.Rent(2 * keys.Length);
        keys.CopyTo(larger, 0);
        ArrayPool<ulong>.Shared.Return(keys);
        return larger;
    }
}
