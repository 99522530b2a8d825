using System.Diagnostics;
using System.Text.Json;
using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Bias;
using Matinee.Core.Models.Popularity;
using Matinee.Core.Ranking;

namespace Matinee.Core.Evaluation;

/// <summary>What one model scored on the test part.</summary>
/// <param name="Options">In the words of the configuration file; null for a baseline.</param>
public sealed record EvaluatedModel(
    string Name,
    JsonElement? Options,
    RankingResult? Ranking,
    RatingResult? Ratings,
    double Seconds
);

/// <summary>A bundle's model on the test part of its dataset, with the baselines beside it: the only reader of that part.</summary>
public sealed record ModelEvaluation(
    Dataset Dataset,
    BundleManifest Bundle,
    EvaluationOptions Options,
    EvaluatedModel Model,
    IReadOnlyList<EvaluatedModel> Baselines
)
{
    /// <summary>What the models were asked.</summary>
    public required RankingTask Task { get; init; }

    public IEnumerable<EvaluatedModel> AllModels => Baselines.Prepend(Model);

    /// <exception cref="MatineeException">The bundle has learned from the test part, or from another dataset.</exception>
    public static ModelEvaluation Run(
        Dataset dataset,
        ModelBundle bundle,
        EvaluationOptions options,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    )
    {
        options.Validate();
        Refuse(dataset, bundle.Manifest);
        RankingTask task = RankingTask.FromSplit(
            dataset,
            [SplitPart.Train, SplitPart.Validation],
            SplitPart.Test,
            options.MinRating
        ) with
        {
            Cutoffs = options.Cutoffs,
        };
        InteractionMatrix heldOut = dataset.Matrix(SplitPart.Test);
        var evaluator = new RankingEvaluator(task);
        var models = new List<(IModel Model, JsonElement? Options)> { (bundle.Model, bundle.Manifest.Options) };
        if (bundle.Model is not PopularityModel)
        {
            models.Add((PopularityModel.Train(task.Histories), null));
        }

        if (bundle.Model is not BiasModel)
        {
            models.Add((BiasModel.Train(task.Histories, new BiasOptions()), null));
        }

        DiversityReranker? reranker =
            options.Diversity > 0 ? new DiversityReranker(new GenreSpace(dataset.Catalog), options.Diversity) : null;
        var evaluated = new List<EvaluatedModel>();
        foreach ((IModel model, JsonElement? chosen) in models)
        {
            progress?.Report((double)evaluated.Count / models.Count);
            long start = Stopwatch.GetTimestamp();
            RankingResult? ranking = model is IRanker ranker
                ? evaluator.Evaluate(
                    ranker,
                    options.BatchSize,
                    reranker: evaluated.Count == 0 ? reranker : null,
                    cancellation: cancellation
                )
                : null;
            RatingResult? ratings = model is IRatingPredictor predictor
                ? RatingEvaluator.Evaluate(predictor, task.Histories, heldOut, cancellation)
                : null;
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            evaluated.Add(new EvaluatedModel(model.Kind, chosen, ranking, ratings, seconds));
        }

        progress?.Report(1);
        return new ModelEvaluation(dataset, bundle.Manifest, options, evaluated[0], evaluated[1..]) { Task = task };
    }

    private static void Refuse(Dataset dataset, BundleManifest bundle)
    {
        if (bundle.FittedOn == BundleManifest.FittedOnAll)
        {
            throw new MatineeException(
                "This model was fitted on every rating, the test part included, so its score there would mean nothing. "
                    + "Evaluate a model trained without '--fit-on all'."
            );
        }

        if (bundle.Dataset.Hash != dataset.Manifest.Hash)
        {
            throw new MatineeException(
                "The model was trained on another dataset than the one given (their hashes differ), so test ratings "
                    + "may be among its training ratings. Pass the --data-dir it was trained on, or train again."
            );
        }

        if (dataset.Manifest.Counts.TestRatings == 0)
        {
            throw new MatineeException(
                "The dataset has no test part. Preprocess it with --test-fraction above 0, then train again."
            );
        }
    }
}
