namespace Matinee.Text;

/// <summary>
/// Texts of like length side by side, so that little is computed for padding, and no more at once than caches hold well.
/// </summary>
internal static class Batches
{
    /// <summary>Measured best with all-MiniLM-L6-v2: 16 texts of 32 tokens.</summary>
    private const int TokenBudget = 512;

    /// <returns>Positions in <paramref name="tokens"/>, longest texts first, so that threads end together.</returns>
    public static List<int[]> Of(IReadOnlyList<long[]> tokens)
    {
        int[] byLength = [.. Enumerable.Range(0, tokens.Count).OrderByDescending(n => tokens[n].Length)];
        var batches = new List<int[]>();
        int start = 0;
        while (start < byLength.Length)
        {
            int size = Math.Max(1, TokenBudget / tokens[byLength[start]].Length);
            batches.Add(byLength[start..Math.Min(start + size, byLength.Length)]);
            start += size;
        }

        return batches;
    }
}
