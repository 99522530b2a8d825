using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.Blend;

/// <summary>A history's raw features, their scales for this person, and the movies that weights are learned from.</summary>
/// <param name="Columns">Per feature a value per item.</param>
/// <param name="Candidates"><see cref="ItemBits"/>: the best unseen ranked movies of each feature that retrieves, so many each.</param>
/// <param name="Reach">Per feature the least value among its own candidates; infinite where it retrieves none.</param>
internal sealed record FeatureTable(float[][] Columns, Standardization[] Scales, ulong[] Candidates, float[] Reach)
{
    /// <param name="ranked">The first so many items make the scales.</param>
    /// <param name="depth">Candidates per feature.</param>
    public static FeatureTable Of(
        IReadOnlyList<IBlendFeature> features,
        UserHistory history,
        int items,
        int ranked,
        int depth
    )
    {
        var columns = new float[features.Count][];
        var scales = new Standardization[features.Count];
        var candidates = new ulong[ItemBits.Words(items)];
        var reach = new float[features.Count];
        var best = new ScoredItem[depth];
        for (int n = 0; n < columns.Length; n++)
        {
            columns[n] = new float[items];
            features[n].Compute(history, columns[n]);
            scales[n] = Standardization.Of(columns[n], ranked, history.Items);
            reach[n] = float.PositiveInfinity;
            if (features[n].Retrieves)
            {
                int found = TopK.Select(columns[n].AsSpan(0, ranked), history.Items, best);
                foreach (ScoredItem movie in best.AsSpan(0, found))
                {
                    ItemBits.Add(candidates, [movie.Item]);
                    reach[n] = movie.Score;
                }
            }
        }

        return new FeatureTable(columns, scales, candidates, reach);
    }

    /// <inheritdoc cref="Standardization.Slope"/>
    public float Slope(int feature, int item) => Scales[feature].Slope(Columns[feature][item]);

    /// <summary>Whether a movie without ratings does better by one of the features than one of its candidates.</summary>
    public bool Reaches(int item)
    {
        for (int n = 0; n < Columns.Length; n++)
        {
            if (Columns[n][item] > Reach[n])
            {
                return true;
            }
        }

        return false;
    }
}
