using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Matinee.Core.Numerics;

/// <summary>Sets of item indices as one bit per item: item i is bit i mod 64 of word i / 64.</summary>
internal static class ItemBits
{
    public const int PerWord = 64;

    /// <summary>Words for items 0 .. count − 1.</summary>
    public static int Words(int count) => (count + PerWord - 1) / PerWord;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Contains(ReadOnlySpan<ulong> bits, int item) => (bits[item / PerWord] >> item & 1) != 0;

    /// <summary>Adds items; those beyond the set's words are left out.</summary>
    public static void Add(Span<ulong> bits, ReadOnlySpan<int> items)
    {
        foreach (int item in items)
        {
            if ((uint)item / PerWord < (uint)bits.Length)
            {
                bits[item / PerWord] |= 1UL << item;
            }
        }
    }

    /// <summary>Removes items; those beyond the set's words change nothing.</summary>
    public static void Remove(Span<ulong> bits, ReadOnlySpan<int> items)
    {
        foreach (int item in items)
        {
            if ((uint)item / PerWord < (uint)bits.Length)
            {
                bits[item / PerWord] &= ~(1UL << item);
            }
        }
    }

    /// <summary>Adds start .. end − 1.</summary>
    public static void AddRange(Span<ulong> bits, int start, int end)
    {
        for (int item = start; item < end; )
        {
            if (item % PerWord == 0 && item + PerWord <= end)
            {
                bits[item / PerWord] = ulong.MaxValue;
                item += PerWord;
            }
            else
            {
                bits[item / PerWord] |= 1UL << item;
                item++;
            }
        }
    }

    /// <summary>Adds every item that <paramref name="others"/> holds.</summary>
    public static void AddAll(Span<ulong> bits, ReadOnlySpan<ulong> others) =>
        TensorPrimitives.BitwiseOr(bits[..others.Length], others, bits);

    /// <summary>Adds every item whose value is below the lowest or above the highest allowed one.</summary>
    /// <param name="values">One per item.</param>
    public static void AddOutside(Span<ulong> bits, ReadOnlySpan<int> values, int lowest, int highest)
    {
        Vector256<int> low = Vector256.Create(lowest);
        Vector256<int> high = Vector256.Create(highest);
        ref int first = ref MemoryMarshal.GetReference(values);
        int item = 0;
        for (; item + PerWord <= values.Length; item += PerWord)
        {
            ulong word = 0;
            for (int n = 0; n < PerWord; n += Vector256<int>.Count)
            {
                Vector256<int> eight = Vector256.LoadUnsafe(ref first, (nuint)(item + n));
                Vector256<int> outside = Vector256.LessThan(eight, low) | Vector256.GreaterThan(eight, high);
                word |= (ulong)outside.ExtractMostSignificantBits() << n;
            }

            bits[item / PerWord] |= word;
        }

        for (; item < values.Length; item++)
        {
            bits[item / PerWord] |= values[item] < lowest || values[item] > highest ? 1UL << item : 0;
        }
    }
}
