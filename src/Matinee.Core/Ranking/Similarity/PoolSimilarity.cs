namespace Matinee.Core.Ranking.Similarity;

/// <summary>Similarities among one user's candidates; a row is computed when it is first asked for.</summary>
internal sealed class PoolSimilarity(ItemSimilarity similarity, int[] items)
{
    private readonly float[]?[] rows = new float[]?[items.Length];

    public int Count => items.Length;

    /// <summary>Candidate <paramref name="n"/> against all candidates, itself included.</summary>
    public ReadOnlySpan<float> Row(int n)
    {
        if (rows[n] is { } known)
        {
            return known;
        }

        var row = new float[items.Length];
        similarity.Compare(items[n], items, row);
        rows[n] = row;
        return row;
    }
}
