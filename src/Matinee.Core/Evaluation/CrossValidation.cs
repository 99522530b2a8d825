using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Interactions.Splits;
using Matinee.Core.Models;
using Matinee.Core.Models.Selection;

namespace Matinee.Core.Evaluation;

/// <summary>How ratings are dealt into folds.</summary>
/// <param name="Folds">At least 2.</param>
/// <param name="ValidationFraction">
/// Of all ratings, drawn from what a fold leaves known; used only where the plan has candidates to choose from.
/// </param>
public sealed record FoldOptions(int Folds = 5, double ValidationFraction = 0.1, long Seed = 42)
{
    public FoldOptions Validate()
    {
        OptionRules.AtLeast(Folds, 2, nameof(Folds));
        new SplitFractions(1.0 / Folds, ValidationFraction).Validate();
        return this;
    }
}

/// <summary>
/// k-fold cross-validation: every rating is in the test part once, and hyper-parameters are chosen anew in every fold, on a
/// validation part of its own. A user's figures are means over the folds that ask them.
/// </summary>
public static class CrossValidation
{
    /// <returns>One evaluation per fold, in order.</returns>
    public static IReadOnlyList<ModelEvaluation> Run(
        Dataset dataset,
        TrainingPlan plan,
        FoldOptions folds,
        EvaluationOptions options,
        TrainingContext context,
        TagPairs? taggers = null
    )
    {
        folds.Validate();
        if (folds.Folds > dataset.Ratings.Count)
        {
            throw new MatineeException(
                $"{dataset.Ratings.Count} ratings can't be dealt into {folds.Folds} folds. Ask for fewer: 5 or 10 are usual."
            );
        }

        int[] dealt = KFoldSplit.Deal(dataset.Ratings.Count, folds.Folds, folds.Seed);
        var evaluations = new List<ModelEvaluation>();
        for (int fold = 0; fold < folds.Folds; fold++)
        {
            TrainingContext step = context with { Progress = FoldProgress.Of(context.Progress, fold, folds.Folds) };
            Dataset part = Fold(
                dataset,
                dealt,
                fold,
                plan.Candidates.Count > 1 ? folds : folds with { ValidationFraction = 0 }
            );
            TrainedModel trained = ModelSelection.Run(part, plan, step);
            var bundle = ModelBundle.From(part, plan, trained, step);
            evaluations.Add(ModelEvaluation.Run(part, bundle, options, taggers, cancellation: context.Cancellation));
        }

        return evaluations;
    }

    /// <summary>All folds as one evaluation: means per user, and every predicted rating.</summary>
    public static ModelEvaluation Merge(IReadOnlyList<ModelEvaluation> folds)
    {
        ModelEvaluation first = folds[0];
        string protocol = string.Create(CultureInfo.InvariantCulture, $"{KFoldSplit.Name} ({folds.Count} folds)");
        return first with
        {
            Task = first.Task with { Protocol = protocol, HeldOutCount = folds.Sum(fold => fold.Task.HeldOutCount) },
            Model = Merge([.. folds.Select(fold => fold.Model)]),
            Baselines = [.. first.Baselines.Select((_, n) => Merge([.. folds.Select(fold => fold.Baselines[n])]))],
            Audit = null,
            Pareto = null,
            Faithfulness = null,
        };
    }

    private static EvaluatedModel Merge(EvaluatedModel[] folds) =>
        folds[0] with
        {
            Options = null,
            Ranking = folds[0].Ranking is null ? null : RankingResult.Mean([.. folds.Select(fold => fold.Ranking!)]),
            Ratings = folds[0].Ratings is null ? null : RatingResult.Join([.. folds.Select(fold => fold.Ratings!)]),
            Strata = [],
            RatingStrata = [],
            Seconds = folds.Sum(fold => fold.Seconds),
        };

    private static Dataset Fold(Dataset dataset, int[] dealt, int fold, FoldOptions folds)
    {
        RatingColumns ratings = dataset.Ratings.WithParts(
            KFoldSplit.Assign(dealt, fold, folds.ValidationFraction, folds.Seed)
        );
        string name = string.Create(
            CultureInfo.InvariantCulture,
            $"{dataset.Manifest.Hash} fold {fold + 1} of {folds.Folds}, seed {folds.Seed}, validation {folds.ValidationFraction}"
        );
        DatasetManifest manifest = dataset.Manifest with
        {
            Split = new DatasetSplit(KFoldSplit.Name, 1.0 / folds.Folds, folds.ValidationFraction, folds.Seed),
            Counts = dataset.Manifest.Counts with
            {
                TrainRatings = ratings.CountOf(SplitPart.Train),
                ValidationRatings = ratings.CountOf(SplitPart.Validation),
                TestRatings = ratings.CountOf(SplitPart.Test),
                SupportRatings = 0,
            },
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name))),
        };
        return dataset with { Manifest = manifest, Ratings = ratings };
    }

    private sealed class FoldProgress(IProgress<TrainingProgress> inner, int fold, int folds)
        : IProgress<TrainingProgress>
    {
        public static FoldProgress? Of(IProgress<TrainingProgress>? inner, int fold, int folds) =>
            inner is null ? null : new FoldProgress(inner, fold, folds);

        public void Report(TrainingProgress value) =>
            inner.Report(
                value with
                {
                    Stage = string.Create(CultureInfo.InvariantCulture, $"fold {fold + 1} of {folds}: {value.Stage}"),
                    Fraction = (fold + Math.Clamp(value.Fraction, 0, 1)) / folds,
                }
            );
    }
}
