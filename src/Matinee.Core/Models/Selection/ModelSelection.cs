using System.Globalization;
using System.Runtime.CompilerServices;
using Matinee.Core.Interactions;

namespace Matinee.Core.Models.Selection;

/// <summary>What decides between candidate options on the validation part.</summary>
public enum SelectionMetric
{
    Precision,
    Recall,
    Ndcg,
    Map,
    Mrr,
    HitRate,
    Rmse,
    Mae,
}

/// <summary>What the final model learns from. Never the test part, unless the model is for serving.</summary>
public enum FitOn
{
    /// <summary>Train + validation; can be evaluated on the test part.</summary>
    TrainValidation,

    /// <summary>Every rating, for serving; evaluation refuses it.</summary>
    All,
}

/// <param name="Candidates">Options to choose from, at least one.</param>
/// <param name="TopK">The cutoff of ranking metrics.</param>
public sealed record TrainingPlan(
    ModelKind Kind,
    IReadOnlyList<object> Candidates,
    SelectionMetric Metric,
    int TopK,
    FitOn FitOn
)
{
    /// <summary>
    /// For how many people of the validation part candidates make lists, at least 1; of more, a sample (<see cref="RowSample"/>), the
    /// same for every candidate and seed. Default 20 000: the error of NDCG@10 is then about 0.002.
    /// </summary>
    public int MostPeople { get; init; } = 20_000;

    /// <summary>The parts that the final model learns from.</summary>
    public SplitPart[] FittedParts =>
        FitOn == FitOn.All ? Enum.GetValues<SplitPart>() : [SplitPart.Train, SplitPart.Validation];

    /// <summary>Whether the metric is an error: then the smaller value is the better one.</summary>
    public bool LowerIsBetter => Metric is SelectionMetric.Rmse or SelectionMetric.Mae;

    /// <summary>Such as <c>ndcg@10</c>.</summary>
    public string MetricName =>
        LowerIsBetter
            ? OptionRules.ConfigName(Metric.ToString())
            : string.Create(CultureInfo.InvariantCulture, $"{OptionRules.ConfigName(Metric.ToString())}@{TopK}");

    /// <summary>Reads a <see cref="MetricName"/>.</summary>
    /// <param name="topK">10 where the name has none.</param>
    public static bool TryParseMetric(string name, out SelectionMetric metric, out int topK)
    {
        string[] parts = name.Split('@');
        topK = 10;
        metric = Array.Find(
            Enum.GetValues<SelectionMetric>(),
            one => OptionRules.ConfigName(one.ToString()) == parts[0]
        );
        return OptionRules.ConfigName(metric.ToString()) == parts[0]
            && (parts.Length == 1 || int.TryParse(parts[1], CultureInfo.InvariantCulture, out topK));
    }
}

/// <param name="Value">The metric on the validation part; null where there is none.</param>
public sealed record Trial(object Options, double? Value);

public sealed record TrainedModel(IModel Model, Trial Chosen, IReadOnlyList<Trial> Trials);

/// <summary>Choose on validation, refit on train + validation (or everything): the test part stays locked.</summary>
public static class ModelSelection
{
    public static TrainedModel Run(Dataset dataset, TrainingPlan plan, TrainingContext context)
    {
        bool hasValidation = dataset.Manifest.Counts.ValidationRatings > 0;
        if (!hasValidation && plan.Candidates.Count > 1)
        {
            throw new MatineeException(
                $"The configuration offers {plan.Candidates.Count} candidates, and the dataset has no validation part "
                    + "to choose on. Give one value per key, or preprocess with --validation-fraction above 0."
            );
        }

        int steps = plan.Candidates.Count + 1;
        List<Trial> trials = hasValidation
            ? Graded(dataset, plan, context, steps)
            : [new Trial(plan.Candidates[0], null)];
        Trial chosen = Best(trials, plan);
        IModel model = plan.Kind.Train(
            new TrainingData(dataset.Matrix(plan.FittedParts), dataset.Catalog) { Attributes = dataset.Attributes },
            chosen.Options,
            context.Step(steps - 1, steps, "final fit")
        );
        return new TrainedModel(model, chosen, trials);
    }

    // A method of its own: what it looked at is gone before the final fit.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<Trial> Graded(Dataset dataset, TrainingPlan plan, TrainingContext context, int steps)
    {
        var exam = new ValidationExam(dataset, plan);
        var trials = new List<Trial>();
        foreach (object options in plan.Candidates)
        {
            trials.Add(exam.Try(options, context.Step(trials.Count, steps, $"candidate {trials.Count + 1}")));
        }

        return trials;
    }

    // Ties go to the candidate that the configuration names first.
    private static Trial Best(List<Trial> trials, TrainingPlan plan) =>
        plan.LowerIsBetter ? trials.MinBy(trial => trial.Value)! : trials.MaxBy(trial => trial.Value)!;
}
