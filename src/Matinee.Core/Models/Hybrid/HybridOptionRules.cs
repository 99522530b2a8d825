using static Matinee.Core.Models.OptionRules;

namespace Matinee.Core.Models.Hybrid;

/// <summary>The ranges that <see cref="HybridOptions"/> documents.</summary>
internal static class HybridOptionRules
{
    private const int Many = 1_000_000;

    public static void Check(HybridOptions options)
    {
        CheckSize(options);
        CheckTraining(options);
        CheckLosses(options);
        CheckTexts(options);
    }

    private static void CheckSize(HybridOptions options)
    {
        Between(options.NFactors, 1, 1024, nameof(HybridOptions.NFactors));
        Between(options.RankingFactors, 1, 2048, nameof(HybridOptions.RankingFactors));
        Between(options.HistoryHeads, 1, options.RankingFactors, nameof(HybridOptions.HistoryHeads));
        Between(options.AttentionHeads, 1, options.RankingFactors, nameof(HybridOptions.AttentionHeads));
        Between(options.KeyDimension, 1, 512, nameof(HybridOptions.KeyDimension));
        Between(options.ContentFactors, 1, 2048, nameof(HybridOptions.ContentFactors));
        Between(options.HiddenUnits, 1, 4096, nameof(HybridOptions.HiddenUnits));
        Divides(
            options.HistoryHeads,
            nameof(HybridOptions.HistoryHeads),
            options.RankingFactors,
            nameof(HybridOptions.RankingFactors)
        );
        Divides(
            options.AttentionHeads,
            nameof(HybridOptions.AttentionHeads),
            options.RankingFactors,
            nameof(HybridOptions.RankingFactors)
        );
        Divides(
            options.AttentionHeads,
            nameof(HybridOptions.AttentionHeads),
            options.NFactors,
            nameof(HybridOptions.NFactors)
        );
    }

    private static void CheckTraining(HybridOptions options)
    {
        Between(options.BatchSize, 1, Many, nameof(HybridOptions.BatchSize));
        Between(options.NEpochs, 1, 10_000, nameof(HybridOptions.NEpochs));
        AtLeast(options.UsersPerEpoch, 0, nameof(HybridOptions.UsersPerEpoch));
        AtLeast(options.EarlyStoppingPatience, 0, nameof(HybridOptions.EarlyStoppingPatience));
        Between(options.StopAfter ?? options.NEpochs, 1, options.NEpochs, nameof(HybridOptions.StopAfter));
        Between(options.ValidRatio, 0, 0.5, nameof(HybridOptions.ValidRatio));
        Above(options.LearningRate, 0, nameof(HybridOptions.LearningRate));
        Above(options.ContentLearningRate, 0, nameof(HybridOptions.ContentLearningRate));
        AtLeast(options.EmbeddingLearningRate, 0, nameof(HybridOptions.EmbeddingLearningRate));
        Between(options.Dropout, 0, 0.95, nameof(HybridOptions.Dropout));
        Between(options.HiddenDropout, 0, 0.95, nameof(HybridOptions.HiddenDropout));
        AtLeast(options.WeightDecay, 0, nameof(HybridOptions.WeightDecay));
        Above(options.MaxGradNorm, 0, nameof(HybridOptions.MaxGradNorm));
        Between(options.IdDropout, 0, 1, nameof(HybridOptions.IdDropout));
        Between(options.UserDropout, 0, 1, nameof(HybridOptions.UserDropout));
        Between(options.ColdShare, 0, 1, nameof(HybridOptions.ColdShare));
        Between(options.TemporalShare, 0, 1, nameof(HybridOptions.TemporalShare));
        AtLeast(options.TextPrior, 0, nameof(HybridOptions.TextPrior));
        Above(options.SpectralRegularization, 0, nameof(HybridOptions.SpectralRegularization));
        Between(options.Negatives, 1, Many, nameof(HybridOptions.Negatives));
    }

    private static void CheckLosses(HybridOptions options)
    {
        AtLeast(options.RatingWeight, 0, nameof(HybridOptions.RatingWeight));
        AtLeast(options.RankingWeight, 0, nameof(HybridOptions.RankingWeight));
        AtLeast(options.DiversityWeight, 0, nameof(HybridOptions.DiversityWeight));
        AtLeast(options.DistributionWeight, 0, nameof(HybridOptions.DistributionWeight));
        if (options is { RatingWeight: 0, RankingWeight: 0 })
        {
            throw new MatineeException(
                "rating_weight and ranking_weight are both 0, so there is nothing to learn. Set one of them above 0."
            );
        }
    }

    private static void CheckTexts(HybridOptions options)
    {
        Between(options.EmbeddingDim, 1, 65_536, nameof(HybridOptions.EmbeddingDim));
        Between(options.MaxTags, 0, 1000, nameof(HybridOptions.MaxTags));
        if (string.IsNullOrWhiteSpace(options.ModelName))
        {
            throw new MatineeException("model_name is empty. Name all-MiniLM-L6-v2 or an ONNX file.");
        }

        if (options is { UseCrossAttention: true, UseText: false })
        {
            throw new MatineeException(
                "use_cross_attention needs texts, and use_text is false. Set use_cross_attention to false too."
            );
        }
    }

    private static void Divides(int heads, string headsName, int factors, string factorsName)
    {
        if (factors % heads != 0)
        {
            throw new MatineeException(
                $"{ConfigName(factorsName)} is {factors} and {ConfigName(headsName)} {heads}: heads share the dimensions "
                    + $"evenly. Make {ConfigName(factorsName)} a multiple of {heads}."
            );
        }
    }
}
