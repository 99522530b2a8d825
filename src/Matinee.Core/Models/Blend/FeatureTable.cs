using Matinee.Core.Interactions;

namespace Matinee.Core.Models.Blend;

/// <summary>A history's raw features, and their scales for this person.</summary>
/// <param name="Columns">Per feature a value per item.</param>
internal sealed record FeatureTable(float[][] Columns, Standardization[] Scales)
{
    /// <param name="ranked">The first so many items make the scales.</param>
    public static FeatureTable Of(IReadOnlyList<IBlendFeature> features, UserHistory history, int items, int ranked)
    {
        var columns = new float[features.Count][];
        var scales = new Standardization[features.Count];
        for (int n = 0; n < columns.Length; n++)
        {
            columns[n] = new float[items];
            features[n].Compute(history, columns[n]);
            scales[n] = Standardization.Of(columns[n], ranked, history.Items);
        }

        return new FeatureTable(columns, scales);
    }

    /// <inheritdoc cref="Standardization.Slope"/>
    public float Slope(int feature, int item) => Scales[feature].Slope(Columns[feature][item]);
}
