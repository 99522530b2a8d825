using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Matinee.Core.Numerics;

/// <summary>Finds the rare score that matters in a long vector.</summary>
internal static class ThresholdScan
{
    /// <summary>
    /// Index of the first value that is greater than the threshold or not a number; the length if there is none.
    /// </summary>
    public static int FirstNotAtMost(ReadOnlySpan<float> values, float threshold, VectorWidth width)
    {
        int start = width switch
        {
            VectorWidth.Bits512 => Skip512(values, threshold),
            VectorWidth.Bits256 => Skip256(values, threshold),
            _ => Skip128(values, threshold),
        };
        while (start < values.Length && values[start] <= threshold)
        {
            start++;
        }

        return start;
    }

    // Each of these returns how many values at the front are known to be at most the threshold: all whole blocks of
    // two vectors up to the first block with one that is not.
    private static int Skip512(ReadOnlySpan<float> values, float threshold)
    {
        Vector512<float> limit = Vector512.Create(threshold);
        ref float first = ref MemoryMarshal.GetReference(values);
        int start = 0;
        for (; start <= values.Length - 32; start += 32)
        {
            Vector512<float> a = Vector512.LoadUnsafe(ref first, (nuint)start);
            Vector512<float> b = Vector512.LoadUnsafe(ref first, (nuint)start + 16);
            if (!Vector512.LessThanOrEqualAll(a, limit) || !Vector512.LessThanOrEqualAll(b, limit))
            {
                break;
            }
        }

        return start;
    }

    private static int Skip256(ReadOnlySpan<float> values, float threshold)
    {
        Vector256<float> limit = Vector256.Create(threshold);
        ref float first = ref MemoryMarshal.GetReference(values);
        int start = 0;
        for (; start <= values.Length - 16; start += 16)
        {
            Vector256<float> a = Vector256.LoadUnsafe(ref first, (nuint)start);
            Vector256<float> b = Vector256.LoadUnsafe(ref first, (nuint)start + 8);
            if (!Vector256.LessThanOrEqualAll(a, limit) || !Vector256.LessThanOrEqualAll(b, limit))
            {
                break;
            }
        }

        return start;
    }

    private static int Skip128(ReadOnlySpan<float> values, float threshold)
    {
        Vector128<float> limit = Vector128.Create(threshold);
        ref float first = ref MemoryMarshal.GetReference(values);
        int start = 0;
        for (; start <= values.Length - 8; start += 8)
        {
            Vector128<float> a = Vector128.LoadUnsafe(ref first, (nuint)start);
            Vector128<float> b = Vector128.LoadUnsafe(ref first, (nuint)start + 4);
            if (!Vector128.LessThanOrEqualAll(a, limit) || !Vector128.LessThanOrEqualAll(b, limit))
            {
                break;
            }
        }

        return start;
    }
}
