using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Interactions.Splits;
using Matinee.Data;

namespace Matinee.Cli.Retraining;

/// <summary>How the next dataset is made: as the served model's was, as far as its bundle says.</summary>
/// <param name="Note">What could not be kept; null where all was.</param>
internal sealed record RetrainPreparation(PreprocessOptions Options, string? Note)
{
    /// <param name="raw">The folder of the ratings.</param>
    public static RetrainPreparation Of(BundleManifest manifest, string raw)
    {
        var defaults = new PreprocessOptions { DataDirectory = raw };
        if (manifest.Preparation is not { } preparation)
        {
            return new RetrainPreparation(
                defaults,
                "The model does not say how its dataset was made (an older Matinee trained it): the defaults of 'preprocess' are taken."
            );
        }

        DatasetThresholds thresholds = preparation.Thresholds;
        DatasetSplit split = preparation.Split;
        bool isKnown = SplitProtocols.TryParse(split.Protocol, out SplitProtocol protocol);
        return new RetrainPreparation(
            defaults with
            {
                Thresholds = new Thresholds
                {
                    MinUserRatings = thresholds.MinUserRatings,
                    MinMovieRatings = thresholds.MinMovieRatings,
                    MinTagsPerItem = thresholds.MinTagsPerItem,
                    RequireTags = thresholds.RequireTags,
                },
                Split = isKnown ? protocol : defaults.Split,
                Fractions = new SplitFractions(
                    split.TestFraction ?? defaults.Fractions.Test,
                    split.ValidationFraction ?? defaults.Fractions.Validation
                ),
                Seed = split.Seed,
            },
            isKnown ? null : $"The model's split was '{split.Protocol}'; the new one is {defaults.Split.Name()}."
        );
    }
}
