namespace Matinee.Api.Search.Titles;

/// <summary>Where a word stands, in one number: a name, and how many of its words it is worth; 0 for an article or the like.</summary>
internal static class TitlePosting
{
    private const int WorthBits = 3;
    private const int MostWorth = (1 << WorthBits) - 1;

    public static int Of(int name, int worth) => (name << WorthBits) | Math.Min(worth, MostWorth);

    public static int Name(int posting) => posting >> WorthBits;

    public static int Worth(int posting) => posting & MostWorth;

    public static float Weight(int posting) => Worth(posting) == 0 ? TitleWords.FunctionWeight : Worth(posting);
}
