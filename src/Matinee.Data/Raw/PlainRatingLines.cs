using System.Numerics;
using System.Runtime.CompilerServices;

namespace Matinee.Data.Raw;

/// <summary>
/// Lines of ratings as data sets have them: four fields of digits, the rating with at most one decimal, nothing else.
/// Numbers are read eight digits at a time, without a branch for each (Lemire, "Quickly parsing eight digits", 2018).
/// </summary>
internal static unsafe class PlainRatingLines
{
    /// <summary>Bytes behind the end that must be readable.</summary>
    public const int Padding = 16;

    /// <summary>The shortest line, <c>1,1,5,0</c> with its end.</summary>
    public const int ShortestLine = 8;

    private const int MostDigits = 10;
    private const ulong Zeros = 0x3030_3030_3030_3030;

    // By tenths of a star. Divided, not multiplied: the result is the float nearest to the decimal, as float.Parse has it.
    private static readonly float[] StarsByTenths = [.. Enumerable.Range(0, 51).Select(tenths => tenths / 10f)];

    /// <summary>Reads until the end or the first line that is not plain; malformed and unusual lines alike are not.</summary>
    /// <param name="start">Whole lines.</param>
    /// <param name="end">Behind a line feed.</param>
    /// <param name="positions">The fields in which user id, movie id, rating and timestamp stand.</param>
    /// <param name="rows">Filled from its start; must have room for all lines.</param>
    /// <returns>The number of bytes that were read.</returns>
    public static int Read(byte* start, byte* end, ReadOnlySpan<int> positions, RatingRows rows)
    {
        rows.Count = 0;
        int rating = positions[2];
        ulong* fields = stackalloc ulong[4];
        ref ulong user = ref fields[positions[0]];
        ref ulong movie = ref fields[positions[1]];
        ref ulong tenths = ref fields[positions[2]];
        ref ulong timestamp = ref fields[positions[3]];
        byte* line = start;
        while (line < end)
        {
            byte* next = line;
            for (int field = 0; field < 4; field++)
            {
                bool good =
                    field == rating ? TryTenths(ref next, out fields[field]) : TryDigits(ref next, out fields[field]);
                if (!good || (field < 3 && *next++ != ','))
                {
                    return (int)(line - start);
                }
            }

            next += *next == '\r' ? 1 : 0;
            if (*next++ != '\n' || !IsId(user) || !IsId(movie) || tenths - 5 > 45)
            {
                return (int)(line - start);
            }

            rows.Add((int)user, (int)movie, StarsByTenths[(int)tenths], (long)timestamp);
            line = next;
        }

        return (int)(line - start);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsId(ulong value) => value - 1 < int.MaxValue;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryTenths(ref byte* next, out ulong tenths)
    {
        uint whole = (uint)next[0] - '0';
        tenths = whole * 10;
        if (next[1] != '.')
        {
            next++;
            return whole <= 9;
        }

        uint tenth = (uint)next[2] - '0';
        tenths += tenth;
        next += 3;
        return whole <= 9 && tenth <= 9;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryDigits(ref byte* next, out ulong value)
    {
        ulong digits = *(ulong*)next ^ Zeros;
        // The lowest high bit belongs to the first byte that is no digit; a carry only spoils what comes after it.
        ulong others = ((digits + 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080;
        if (others != 0)
        {
            int count = BitOperations.TrailingZeroCount(others) >> 3;
            // Shifted as if zeros stood before it; by 64 for no digit at all, which is caught.
            value = Eight(digits << (64 - 8 * count));
            next += count;
            return count > 0;
        }

        value = Eight(digits);
        next += 8;
        for (int count = 8; (uint)*next - '0' <= 9; count++, next++)
        {
            if (count == MostDigits)
            {
                return false;
            }

            value = value * 10 + (*next - (ulong)'0');
        }

        return true;
    }

    // Neighbours are put together: ones to pairs, pairs to fours, fours to eight.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Eight(ulong digits)
    {
        digits = (digits * 10 + (digits >> 8)) & 0x00FF_00FF_00FF_00FF;
        digits = (digits * 100 + (digits >> 16)) & 0x0000_FFFF_0000_FFFF;
        return (digits * 10_000 + (digits >> 32)) & 0xFFFF_FFFF;
    }
}
