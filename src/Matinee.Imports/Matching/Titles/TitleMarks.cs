using System.Numerics;

namespace Matinee.Imports.Matching.Titles;

/// <summary>128 bits about a name, by which most names that are not alike are told apart at once.</summary>
/// <param name="Pairs">A bit for each pair of neighbouring letters; several share one.</param>
/// <param name="Words">A bit for each word that tells something; several share one.</param>
internal readonly record struct TitleMarks(ulong Pairs, ulong Words)
{
    private const uint Spread = 2_654_435_769;

    public static TitleMarks Of(ReadOnlySpan<uint> words, ReadOnlySpan<char> letters)
    {
        ulong pairs = 0;
        for (int n = 1; n < letters.Length; n++)
        {
            pairs |= Bit(letters[n - 1] * 31U + letters[n]);
        }

        ulong bits = 0;
        foreach (uint word in words)
        {
            bits |= WordCode.Tells(word) ? Bit(word) : 0;
        }

        return new TitleMarks(pairs, bits);
    }

    /// <returns>False only where <see cref="Likeness"/> finds no shared words.</returns>
    public bool MayShareWords(in TitleMarks other) => (Words & other.Words) != 0;

    /// <summary>How many bits of <see cref="Pairs"/> may differ in near names: a letter that is replaced takes two pairs away and brings two.</summary>
    /// <param name="letters">Of the longer one.</param>
    public static int MostPairs(int letters) => 4 * Likeness.Slips(letters);

    /// <param name="letters">Of this name.</param>
    /// <param name="others">Letters of the other one.</param>
    /// <returns>False only where more letters differ than <see cref="Likeness.Slips"/>.</returns>
    public bool MayBeNear(in TitleMarks other, int letters, int others)
    {
        int longer = Math.Max(letters, others);
        return Math.Abs(letters - others) <= Likeness.Slips(longer)
            && BitOperations.PopCount(Pairs ^ other.Pairs) <= MostPairs(longer);
    }

    private static ulong Bit(uint value) => 1UL << (int)(value * Spread >> 26);
}
