namespace Matinee.Api.Search.Titles;

/// <summary>
/// Slips between a typed word and a known one: letters left out, put in, mistaken or swapped with their neighbour (the
/// restricted distance of Damerau 1964).
/// </summary>
internal static class EditDistance
{
    /// <summary>Longer words are compared up to here.</summary>
    public const int MostLetters = 32;

    /// <param name="whole">Slips to the whole known word.</param>
    /// <param name="prefix">Slips to the beginning of the known word that is nearest; never more.</param>
    public static void Measure(ReadOnlySpan<char> typed, ReadOnlySpan<char> known, out int whole, out int prefix)
    {
        typed = typed[..Math.Min(typed.Length, MostLetters)];
        known = known[..Math.Min(known.Length, MostLetters)];
        Span<byte> cells = stackalloc byte[3 * (MostLetters + 1)];
        Span<byte> beforeLast = cells[..(MostLetters + 1)];
        Span<byte> last = cells.Slice(MostLetters + 1, MostLetters + 1);
        Span<byte> row = cells[(2 * (MostLetters + 1))..];
        for (int m = 0; m <= known.Length; m++)
        {
            row[m] = (byte)m;
        }

        for (int n = 1; n <= typed.Length; n++)
        {
            Span<byte> freed = beforeLast;
            beforeLast = last;
            last = row;
            row = freed;
            row[0] = (byte)n;
            for (int m = 1; m <= known.Length; m++)
            {
                int slips = Math.Min(
                    last[m - 1] + (typed[n - 1] == known[m - 1] ? 0 : 1),
                    1 + Math.Min(last[m], row[m - 1])
                );
                if (n > 1 && m > 1 && typed[n - 1] == known[m - 2] && typed[n - 2] == known[m - 1])
                {
                    slips = Math.Min(slips, 1 + beforeLast[m - 2]);
                }

                row[m] = (byte)slips;
            }
        }

        whole = row[known.Length];
        prefix = whole;
        for (int m = 0; m < known.Length; m++)
        {
            prefix = Math.Min(prefix, row[m]);
        }
    }
}
