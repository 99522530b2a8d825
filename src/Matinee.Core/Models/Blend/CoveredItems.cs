namespace Matinee.Core.Models.Blend;

/// <summary>Splits values of items of which a model covers the first ones only; what it does not cover has nothing to split.</summary>
internal static class CoveredItems
{
    public delegate void Splitting(ReadOnlySpan<int> explained, Span<float> contributions);

    /// <param name="width">Contributions per item.</param>
    /// <param name="contributions">Explained items × width, row-major; overwritten.</param>
    /// <param name="split">The same for covered items alone.</param>
    public static void Split(
        int itemCount,
        ReadOnlySpan<int> explained,
        int width,
        Span<float> contributions,
        Splitting split
    )
    {
        var covered = new List<int>(explained.Length);
        foreach (int item in explained)
        {
            if (item < itemCount)
            {
                covered.Add(item);
            }
        }

        if (covered.Count == explained.Length)
        {
            split(explained, contributions);
            return;
        }

        contributions[..(explained.Length * width)].Clear();
        var own = new float[covered.Count * width];
        split(covered.ToArray(), own);
        int next = 0;
        for (int row = 0; row < explained.Length; row++)
        {
            if (explained[row] < itemCount)
            {
                own.AsSpan(next++ * width, width).CopyTo(contributions[(row * width)..]);
            }
        }
    }
}
