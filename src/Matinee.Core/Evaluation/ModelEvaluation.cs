using System.Diagnostics;
using System.Text.Json;
using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Bias;
using Matinee.Core.Models.Popularity;
using Matinee.Core.Ranking;

namespace Matinee.Core.Evaluation;

/// <summary>What one model scored on the held-out part.</summary>
/// <param name="Options">In the words of the configuration file; null for a baseline.</param>
/// <param name="Strata">The ranking's figures by group; empty where the model does not rank.</param>
public sealed record EvaluatedModel(
    string Name,
    JsonElement? Options,
    RankingResult? Ranking,
    RatingResult? Ratings,
    IReadOnlyList<Stratum> Strata,
    double Seconds
)
{
    /// <summary>The rating errors by group; empty where the evaluated model predicts no ratings.</summary>
    public IReadOnlyList<Stratum> RatingStrata { get; init; } = [];
}

/// <summary>A bundle's model on a task, with the baselines beside it: the only reader of a dataset's test part.</summary>
public sealed record ModelEvaluation(
    Dataset Dataset,
    BundleManifest Bundle,
    EvaluationTask Task,
    EvaluationOptions Options,
    EvaluatedModel Model,
    IReadOnlyList<EvaluatedModel> Baselines
)
{
    /// <summary>The evaluated model's lists at other strengths of diversity; null where it does not rank.</summary>
    public IReadOnlyList<ParetoPoint>? Pareto { get; init; }

    /// <summary>Whether the model's reasons hold; null where none was tested.</summary>
    public FaithfulnessResult? Faithfulness { get; init; }

    public IEnumerable<EvaluatedModel> AllModels => Baselines.Prepend(Model);

    /// <summary>What the split lets through; null where several splits were made.</summary>
    public LeakageAudit? Audit { get; init; }

    /// <summary>New people after one, three, five and ten ratings; empty where the users are known.</summary>
    public IReadOnlyList<ShortHistoryResult> ShortHistories { get; init; } = [];

    /// <summary>Evaluates on the test part of the dataset that the bundle was trained from.</summary>
    /// <exception cref="MatineeException">The bundle has learned from the test part, or from another dataset.</exception>
    public static ModelEvaluation Run(
        Dataset dataset,
        ModelBundle bundle,
        EvaluationOptions options,
        TagPairs? taggers = null,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    )
    {
        options.Validate();
        RefuseFittedOnAll(bundle.Manifest);
        var task = EvaluationTask.FromDataset(dataset, options.MinRating, taggers);
        return Run(dataset, bundle, task, options, progress, cancellation);
    }

    /// <summary>Evaluates on a task whose held-out ratings are not the dataset's.</summary>
    /// <param name="dataset">What the bundle was trained from.</param>
    /// <exception cref="MatineeException">The bundle was trained from another dataset.</exception>
    public static ModelEvaluation Run(
        Dataset dataset,
        ModelBundle bundle,
        EvaluationTask task,
        EvaluationOptions options,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    )
    {
        options.Validate();
        RefuseOtherDataset(dataset, bundle.Manifest);
        if (options.SampledUsers > 0)
        {
            task = task.OfDrawnUsers(options.SampledUsers, options.Seed);
        }

        RankingTask ranking = task.Ranking with
        {
            Cutoffs = options.Cutoffs,
            Negatives =
                options.SampledNegatives > 0 ? new SampledNegatives(options.SampledNegatives, options.Seed) : null,
        };
        if (ranking.Relevant.EntryCount == 0)
        {
            throw new MatineeException(
                "No user has a relevant movie in the test part, so there is nothing to measure. Lower --min-rating, or check "
                    + "the test file."
            );
        }

        if (options.SampledNegatives >= ranking.CandidateCount)
        {
            throw new MatineeException(
                $"--sampled-negatives {options.SampledNegatives} is not below the {ranking.CandidateCount} movies that can be "
                    + "ranked. Leave it out to rank them all."
            );
        }

        task = task with { Ranking = ranking };
        var evaluator = new RankingEvaluator(ranking);
        var models = new List<(IModel Model, JsonElement? Options)> { (bundle.Model, bundle.Manifest.Options) };
        if (bundle.Model is not PopularityModel)
        {
            models.Add((bundle.Popularity, null));
        }

        if (bundle.Model is not BiasModel)
        {
            models.Add((bundle.Bias, null));
        }

        ParetoSweep sweep = evaluator.Sweep(options.Controls, options.Pareto);
        var evaluated = new List<EvaluatedModel>();
        foreach ((IModel model, JsonElement? chosen) in models)
        {
            progress?.Report((double)evaluated.Count / models.Count);
            long start = Stopwatch.GetTimestamp();
            RankingResult? lists = model is IRanker ranker ? Rank(ranker, isBaseline: evaluated.Count > 0) : null;
            RatingResult? ratings =
                model is IRatingPredictor predictor && task.PredictsRatings
                    ? RatingEvaluator.Evaluate(
                        predictor,
                        ranking.Histories,
                        task.HeldOut,
                        task.TellsTimes,
                        cancellation
                    )
                    : null;
            IReadOnlyList<Stratum> strata = lists is null ? [] : Strata.Of(ranking, lists);
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            // A baseline's errors by group are there to be held against the model's.
            bool byGroup = ratings is not null && (evaluated.Count == 0 || evaluated[0].Ratings is not null);
            evaluated.Add(
                new EvaluatedModel(model.Kind, chosen, lists, ratings, strata, seconds)
                {
                    RatingStrata = byGroup ? RatingStrata.Of(ratings!, ranking.Histories, ranking.Training) : [],
                }
            );
        }

        // Of a few new movies nobody's reasons are tested: the lists they are taken from hold all movies.
        FaithfulnessResult? faithfulness = ranking.Candidates is not null
            ? null
            : Explained(bundle, ranking.Histories, options, cancellation);
        progress?.Report(1);
        return new ModelEvaluation(dataset, bundle.Manifest, task, options, evaluated[0], evaluated[1..])
        {
            Pareto = evaluated[0].Ranking is null ? null : sweep.Points(),
            Faithfulness = faithfulness,
            Audit = LeakageAudit.Of(ranking, task.HeldOut, task.Taggers),
            ShortHistories =
                task.NewPeople is { } newPeople && bundle.Model is IRanker newcomers
                    ? ShortHistoryResult.Measure(
                        ranking,
                        newPeople,
                        newcomers,
                        bundle.Popularity,
                        options,
                        cancellation
                    )
                    : [],
        };

        RankingResult Rank(IRanker ranker, bool isBaseline)
        {
            // What a new person would be shown: no model alone is asked about ten ratings.
            ShortHistoryScorer? engine =
                (task.NewPeople is not null || options.Engine) && !isBaseline
                    ? new ShortHistoryScorer(ranker, bundle.Popularity)
                    : null;
            return evaluator.Evaluate(
                engine is null ? ranker.ScoreBatch : engine.ScoreBatch,
                ranker.ItemCount,
                options.BatchSize,
                controls: isBaseline ? null : options.Controls,
                sweep: isBaseline ? null : sweep,
                scoresAreShared: engine is null && ranker.ScoresAreShared,
                cancellation: cancellation
            );
        }
    }

    private static FaithfulnessResult? Explained(
        ModelBundle bundle,
        InteractionMatrix histories,
        EvaluationOptions options,
        CancellationToken cancellation
    )
    {
        if (bundle.Model is not IExplainer explainer)
        {
            return null;
        }

        FaithfulnessResult result = new FaithfulnessEvaluator(explainer, bundle.Popularity, histories).Evaluate(
            options.FaithfulnessCases,
            options.Seed,
            cancellation: cancellation
        );
        return result.Cases > 0 ? result : null;
    }

    private static void RefuseFittedOnAll(BundleManifest bundle)
    {
        if (bundle.FittedOn == BundleManifest.FittedOnAll)
        {
            throw new MatineeException(
                "This model was fitted on every rating, the test part included, so its score there would mean nothing. "
                    + "Evaluate a model trained without '--fit-on all'."
            );
        }
    }

    private static void RefuseOtherDataset(Dataset dataset, BundleManifest bundle)
    {
        if (bundle.Dataset.Hash != dataset.Manifest.Hash)
        {
            throw new MatineeException(
                "The model was trained on another dataset than the one given (their hashes differ), so test ratings "
                    + "may be among its training ratings. Pass the --data-dir it was trained on, or train again."
            );
        }
    }
}
