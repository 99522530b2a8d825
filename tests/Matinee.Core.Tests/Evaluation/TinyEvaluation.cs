using Matinee.Core.Artifacts;
using Matinee.Core.Evaluation;
using Matinee.Core.Interactions;
using Matinee.Core.Interactions.Splits;
using Matinee.Core.Models;
using Matinee.Core.Models.Ease;
using Matinee.Core.Models.Selection;
using Matinee.Core.Tests.Models;

namespace Matinee.Core.Tests.Evaluation;

/// <summary>EASE trained on the tiny dataset, and what can be asked of it.</summary>
internal static class TinyEvaluation
{
    public static Dataset Dataset { get; } = TinyDataset.Create();

    public static TrainingPlan Plan { get; } =
        new(
            EaseModel.ModelKind,
            [new EaseOptions { Regularization = 1 }],
            SelectionMetric.Ndcg,
            3,
            FitOn.TrainValidation
        );

    public static EvaluationOptions Options { get; } = new() { Cutoffs = [1, 5], Resamples = 100 };

    public static ModelBundle Bundle { get; } =
        ModelBundle.From(
            Dataset,
            Plan,
            ModelSelection.Run(Dataset, Plan, new TrainingContext()),
            new TrainingContext()
        );

    /// <summary>Two new people with a taste each: what they rated at first, and what they are to be shown.</summary>
    public static EvaluationTask NewPeople
    {
        get
        {
            InteractionMatrix known = Matrices.Timed(
                TinyWorld.Items,
                [(0, 30), (1, 10), (3, 20)],
                [(5, 1), (6, 2), (9, 3)]
            );
            InteractionMatrix heldOut = Matrices.Timed(TinyWorld.Items, [(2, 50), (4, 60)], [(7, 9)]);
            var ranking = new RankingTask
            {
                Histories = known,
                Training = Dataset.Matrix(SplitPart.Train, SplitPart.Validation),
                Relevant = heldOut,
                Catalog = Dataset.Catalog,
                AreNewPeople = true,
            };
            return new EvaluationTask(SplitProtocol.ColdUser.Name(), ranking, heldOut, new UserMap([901, 902]))
            {
                NewPeople = FirstRatings.ByTime(known),
                Files = [new SourceFile("support.csv", 10, "aa"), new SourceFile("test.csv", 20, "bb")],
                PredictsRatings = false,
                Taggers = new TagPairs([(0, 2)]),
            };
        }
    }

    public static ModelEvaluation Run(EvaluationOptions? options = null) =>
        ModelEvaluation.Run(Dataset, Bundle, options ?? Options);

    public static ModelEvaluation Run(EvaluationTask task) => ModelEvaluation.Run(Dataset, Bundle, task, Options);
}
