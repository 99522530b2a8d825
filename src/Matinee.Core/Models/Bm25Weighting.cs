using Matinee.Core.Interactions;

namespace Matinee.Core.Models;

/// <summary>
/// BM25 over interactions (Robertson and Zaragoza 2009): items are the documents, users the terms, every interaction is
/// one occurrence. The weight of a pair is a product of an item's and a user's factor, so a new user's weights follow
/// from the length of the history.
/// </summary>
/// <param name="ItemFactors">Per item: (k₁ + 1) / (k₁ (1 − b + b · ratings / average ratings) + 1).</param>
internal sealed record Bm25Weighting(float[] ItemFactors)
{
    /// <param name="byItem">Items × users.</param>
    public static Bm25Weighting Fit(InteractionMatrix byItem, double k1, double b)
    {
        double averageLength = Math.Max(1, byItem.EntryCount) / (double)Math.Max(1, byItem.RowCount);
        var factors = new float[byItem.RowCount];
        for (int item = 0; item < factors.Length; item++)
        {
            double norm = 1 - b + (b * byItem.RowLength(item) / averageLength);
            factors[item] = (float)((k1 + 1) / ((k1 * norm) + 1));
        }

        return new Bm25Weighting(factors);
    }

    /// <summary>A user's factor, the rarity ln(items / (1 + ratings)): an avid rater's choices say less.</summary>
    public float UserFactor(int ratings) => (float)Math.Log(ItemFactors.Length / (1.0 + ratings));
}
