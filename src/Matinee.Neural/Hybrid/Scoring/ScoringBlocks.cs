namespace Matinee.Neural.Hybrid.Scoring;

/// <summary>Cuts work into blocks whose temporaries stay within <see cref="Bytes"/>.</summary>
internal static class ScoringBlocks
{
    /// <summary>
    /// Memory for what is computed on the way, besides the network: 256 MiB keep a GPU busy, and fit beside a network on any.
    /// Only a history that needs more by itself gets more.
    /// </summary>
    public const long Bytes = 256L << 20;

    /// <param name="bytes">What each history needs.</param>
    /// <returns>Ranges that cover all of them in order.</returns>
    public static IEnumerable<Range> Of(long[] bytes)
    {
        int start = 0;
        long sum = 0;
        for (int n = 0; n < bytes.Length; n++)
        {
            if (n > start && sum + bytes[n] > Bytes)
            {
                yield return start..n;
                (start, sum) = (n, 0);
            }

            sum += bytes[n];
        }

        if (start < bytes.Length)
        {
            yield return start..bytes.Length;
        }
    }
}
