namespace Matinee.Imports.Matching.Titles;

/// <summary>A word in 32 bits: a hash, and its length in the last five.</summary>
internal static class WordCode
{
    private const uint MostLength = 31;
    private const int ShortestTelling = 4;

    public static uint Of(string word)
    {
        uint hash = 2_166_136_261;
        foreach (char letter in word)
        {
            hash = (hash ^ letter) * 16_777_619;
        }

        return (hash & ~MostLength) | Math.Min((uint)word.Length, MostLength);
    }

    public static int Length(uint code) => (int)(code & MostLength);

    /// <summary>Whether it is long enough for two titles that share it to have something in common.</summary>
    public static bool Tells(uint code) => Length(code) >= ShortestTelling;
}
