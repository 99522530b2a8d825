using Matinee.Core.Models;
using Matinee.Core.Ranking.Controls;

namespace Matinee.Core.Evaluation;

/// <summary>How a model is evaluated; none of it depends on the model.</summary>
public sealed record EvaluationOptions : IModelOptions<EvaluationOptions>
{
    /// <summary>List lengths, ascending. Default 5, 10, 20 and 100.</summary>
    public IReadOnlyList<int> Cutoffs { get; init; } = [5, 10, 20, 100];

    /// <summary>Users scored together at most, at least 1; fewer where their scores outgrow the cache. Default 128. Results do not depend on it; memory does.</summary>
    public int BatchSize { get; init; } = 128;

    /// <summary>Stars from which a held-out movie counts as relevant. Default 0: every rating is a watched movie.</summary>
    public double MinRating { get; init; }

    /// <summary>Bootstrap resamples, at least 100. Default 1 000.</summary>
    public int Resamples { get; init; } = 1000;

    /// <summary>Seed of the bootstrap. Default 42.</summary>
    public long Seed { get; init; } = 42;

    /// <summary>What the evaluated model's lists shall be beyond well-scored. Default: nothing; baselines: never.</summary>
    public RankingControls Controls { get; init; } = new();

    /// <summary>
    /// Whether the evaluated model's lists are those that users get: below 30 ratings they lean on popularity
    /// (<see cref="Ranking.ShortHistoryScorer"/>). Default false: the model alone; new people always get the engine's.
    /// </summary>
    public bool Engine { get; init; }

    /// <summary>Whether to measure the model's lists at many strengths of diversity. Default false: at a few.</summary>
    public bool Pareto { get; init; }

    /// <summary>
    /// Order the relevant movies among this many drawn others instead of among all. Default 0: among all. Sampled figures
    /// are no estimate of full ones and can reverse the order of models (Krichene and Rendle 2020).
    /// </summary>
    public int SampledNegatives { get; init; }

    /// <summary>
    /// Evaluate this many users, drawn by the seed. Default 0: all. Every figure is then one of the drawn users alone.
    /// </summary>
    public int SampledUsers { get; init; }

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
        Controls.Validate();
        OptionRules.AtLeast(SampledNegatives, 0, nameof(SampledNegatives));
        OptionRules.AtLeast(SampledUsers, 0, nameof(SampledUsers));
        OptionRules.AtLeast(Resamples, 100, nameof(Resamples));
        return this;
    }
}
