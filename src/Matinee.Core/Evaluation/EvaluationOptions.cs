using Matinee.Core.Models;

namespace Matinee.Core.Evaluation;

/// <summary>How a model is evaluated; none of it depends on the model.</summary>
public sealed record EvaluationOptions : IModelOptions<EvaluationOptions>
{
    /// <summary>List lengths, ascending. Default 5, 10, 20 and 100.</summary>
    public IReadOnlyList<int> Cutoffs { get; init; } = [5, 10, 20, 100];

    /// <summary>Users scored together, at least 1. Default 128. Results do not depend on it; memory does.</summary>
    public int BatchSize { get; init; } = 128;

    /// <summary>Stars from which a held-out movie counts as relevant. Default 0: every rating is a watched movie.</summary>
    public double MinRating { get; init; }

    /// <summary>Bootstrap resamples, at least 100. Default 1 000.</summary>
    public int Resamples { get; init; } = 1000;

    /// <summary>Seed of the bootstrap. Default 42.</summary>
    public long Seed { get; init; } = 42;

    /// <summary>Diversity re-ranking of the evaluated model's lists, 0 to 1. Default 0: none.</summary>
    public double Diversity { get; init; }

    /// <summary>
    /// Recommendations whose first reason is tested (<see cref="FaithfulnessEvaluator"/>). Default 100, a fraction of the
    /// ranking's cost; 0: none.
    /// </summary>
    public int FaithfulnessCases { get; init; } = 100;

    public EvaluationOptions Validate()
    {
        OptionRules.AtLeast(FaithfulnessCases, 0, nameof(FaithfulnessCases));
        OptionRules.AtLeast(BatchSize, 1, nameof(BatchSize));
        OptionRules.Between(MinRating, 0, 5, nameof(MinRating));
        OptionRules.Between(Diversity, 0, 1, nameof(Diversity));
        OptionRules.AtLeast(Resamples, 100, nameof(Resamples));
        return this;
    }
}
