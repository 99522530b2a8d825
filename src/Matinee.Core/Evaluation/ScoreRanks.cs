using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Matinee.Core.Evaluation;

/// <summary>
/// How many of a few wanted scores each of many scores is above, summed over the many: what the area under the ROC curve needs, in
/// one pass per thirty-one wanted scores.
/// </summary>
internal static unsafe class ScoreRanks
{
    // A search in 31 ascending values takes five steps, and two registers hold them.
    private const int TableLength = 32;

    /// <summary>Σ over the scores of #(wanted &lt; score) + #(wanted ≤ score).</summary>
    /// <param name="wanted">Ascending, without NaN.</param>
    /// <param name="scores">Finite.</param>
    public static long Sum(ReadOnlySpan<float> wanted, ReadOnlySpan<float> scores) =>
        Avx512F.IsSupported && scores.Length >= Vector512<float>.Count
            ? SumInTables(wanted, scores)
            : SumOneByOne(wanted, scores);

    internal static long SumOneByOne(ReadOnlySpan<float> wanted, ReadOnlySpan<float> scores)
    {
        long sum = 0;
        foreach (float score in scores)
        {
            sum += Below(wanted, score, orEqual: true) + Below(wanted, score, orEqual: false);
        }

        return sum;
    }

    private static long SumInTables(ReadOnlySpan<float> wanted, ReadOnlySpan<float> scores)
    {
        long sum = 0;
        int whole = scores.Length / Vector512<float>.Count * Vector512<float>.Count;
        Span<float> table = stackalloc float[TableLength];
        for (int start = 0; start < wanted.Length; start += TableLength - 1)
        {
            ReadOnlySpan<float> few = wanted[start..Math.Min(wanted.Length, start + TableLength - 1)];
            // No score is above a NaN.
            table.Fill(float.NaN);
            few.CopyTo(table);
            fixed (float* entries = table)
            fixed (float* values = scores)
            {
                sum += CountAtMost(entries, values, whole);
                // Above a number is at least the next one.
                for (int n = 0; n < few.Length; n++)
                {
                    table[n] = MathF.BitIncrement(few[n]);
                }

                sum += CountAtMost(entries, values, whole);
            }

            sum += SumOneByOne(few, scores[whole..]);
        }

        return sum;
    }

    // Σ over the scores of #(table ≤ score).
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static long CountAtMost(float* table, float* scores, int length)
    {
        Vector512<float> low = Vector512.Load(table);
        Vector512<float> high = Vector512.Load(table + 16);
        long sum = 0;
        Vector512<int> sums = default;
        int left = int.MaxValue / TableLength;
        for (int n = 0; n < length; n += Vector512<float>.Count)
        {
            Vector512<float> score = Vector512.Load(scores + n);
            Vector512<int> place = Step(low, high, score, default, 16);
            place = Step(low, high, score, place, 8);
            place = Step(low, high, score, place, 4);
            place = Step(low, high, score, place, 2);
            place = Step(low, high, score, place, 1);
            sums += place;
            if (--left == 0)
            {
                sum += Total(sums);
                sums = default;
                left = int.MaxValue / TableLength;
            }
        }

        return sum + Total(sums);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Step(
        Vector512<float> low,
        Vector512<float> high,
        Vector512<float> score,
        Vector512<int> place,
        int step
    )
    {
        Vector512<int> probed = place + Vector512.Create(step - 1);
        Vector512<float> value = Avx512F.PermuteVar16x32x2(low, probed, high);
        Vector512<int> reached = Vector512.LessThanOrEqual(value, score).AsInt32();
        return Vector512.ConditionalSelect(reached, place + Vector512.Create(step), place);
    }

    private static long Total(Vector512<int> sums)
    {
        long total = 0;
        for (int lane = 0; lane < Vector512<int>.Count; lane++)
        {
            total += sums[lane];
        }

        return total;
    }

    private static int Below(ReadOnlySpan<float> ascending, float score, bool orEqual)
    {
        int low = 0;
        int high = ascending.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (ascending[middle] < score || (orEqual && ascending[middle] == score))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
