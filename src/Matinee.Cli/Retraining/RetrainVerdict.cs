using System.Globalization;
using Matinee.Core.Artifacts;
using Matinee.Core.Models.Selection;

namespace Matinee.Cli.Retraining;

/// <summary>Whether a new model may take the place of the one that answers, by the figure that its options were chosen by.</summary>
/// <param name="IsGood">Whether it may.</param>
/// <param name="IsComparable">Whether the two figures mean the same.</param>
/// <param name="Reason">What was found, a sentence.</param>
internal sealed record RetrainVerdict(bool IsGood, bool IsComparable, string Reason)
{
    /// <param name="before">Of the model that answers.</param>
    /// <param name="after">Of the new one.</param>
    /// <param name="margin">How much worse it may be, as a share of the older figure.</param>
    public static RetrainVerdict Of(BundleSelection? before, BundleSelection? after, double margin)
    {
        if (before is null || after is null)
        {
            string which = before is null ? "The current model's" : "The new model's";
            return new RetrainVerdict(
                false,
                false,
                $"{which} validation figure is missing, since nothing was held out: the two can't be compared."
            );
        }

        if (
            before.Metric != after.Metric
            || !TrainingPlan.TryParseMetric(after.Metric, out SelectionMetric metric, out _)
        )
        {
            return new RetrainVerdict(
                false,
                false,
                $"The current model was judged by {before.Metric}, the new one by {after.Metric}: the two can't be compared."
            );
        }

        double change = before.Value == 0 ? 0 : (after.Value - before.Value) / Math.Abs(before.Value);
        double gain = metric is SelectionMetric.Rmse or SelectionMetric.Mae ? -change : change;
        string figures = string.Create(
            CultureInfo.InvariantCulture,
            $"{after.Metric} {before.Value:F4} -> {after.Value:F4} ({100 * change:+0.0;-0.0;0.0} %)"
        );
        return gain >= -margin
            ? new RetrainVerdict(true, true, figures)
            : new RetrainVerdict(
                false,
                true,
                string.Create(CultureInfo.InvariantCulture, $"{figures}, worse by more than {100 * margin:0.##} %")
            );
    }
}
