using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Ease;
using Matinee.Core.Models.Selection;

namespace Matinee.Core.Tests.Models;

/// <summary>The tiny world as a bundle.</summary>
internal static class TinyBundle
{
    /// <summary>EASE, of two regularizations.</summary>
    public static ModelBundle Train(FitOn fitOn = FitOn.TrainValidation) =>
        Of(EaseModel.ModelKind, fitOn, new EaseOptions { Regularization = 1 }, new EaseOptions { Regularization = 3 });

    public static ModelBundle Of(ModelKind kind, FitOn fitOn, params object[] candidates)
    {
        Dataset dataset = TinyDataset.Create();
        object[] tried = candidates.Length == 0 ? [kind.DefaultOptions] : candidates;
        var plan = new TrainingPlan(kind, tried, SelectionMetric.Ndcg, 3, fitOn);
        var context = new TrainingContext();
        return ModelBundle.From(dataset, plan, ModelSelection.Run(dataset, plan, context), context);
    }
}
