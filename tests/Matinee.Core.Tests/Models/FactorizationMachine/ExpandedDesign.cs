using Matinee.Core.Models.FactorizationMachine;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

/// <summary>A design as one dense row of features per rating: the blocks' features side by side.</summary>
internal static class ExpandedDesign
{
    /// <summary>Ratings × features.</summary>
    public static double[][] Of(Design design)
    {
        int count = design.Blocks.Sum(block => block.FeatureCount);
        double[][] expanded = [.. design.Ratings.Select(_ => new double[count])];
        int first = 0;
        foreach (DesignBlock block in design.Blocks)
        {
            for (int feature = 0; feature < block.FeatureCount; feature++)
            {
                for (int entry = block.FeatureStarts[feature]; entry < block.FeatureStarts[feature + 1]; entry++)
                {
                    for (int n = 0; n < design.Count; n++)
                    {
                        if (block.RowOf[n] == block.Rows[entry])
                        {
                            expanded[n][first + feature] = block.Values[entry];
                        }
                    }
                }
            }

            first += block.FeatureCount;
        }

        return expanded;
    }
}
