using System.Text.Json;
using Matinee.Core;
using Matinee.Core.Artifacts;
using Matinee.Core.Models;
using Matinee.Core.Models.Blend;
using Matinee.Core.Models.Selection;

namespace Matinee.Cli.Configuration;

/// <summary>The configuration that trains a bundle's model again: its chosen options, judged as they were.</summary>
internal static class ServedConfiguration
{
    /// <exception cref="MatineeException">The bundle is of a kind that this program does not know, or its options are not that kind's.</exception>
    public static ModelConfiguration Of(BundleManifest manifest, ModelKinds kinds)
    {
        if (!kinds.TryGet(manifest.Model, out ModelKind? kind))
        {
            throw new MatineeException(
                $"The model is of kind '{manifest.Model}', which this program can't train. Update Matinee, or pass --config-path."
            );
        }

        return new ModelConfiguration(
            kind,
            manifest.Seed,
            [Options(manifest, kind, kinds)],
            Metric(manifest),
            TopK(manifest)
        );
    }

    private static object Options(BundleManifest manifest, ModelKind kind, ModelKinds kinds)
    {
        try
        {
            object options = kind.FromJson(manifest.Options);
            return options is BlendOptions blend ? blend.Again(kinds) : options;
        }
        catch (JsonException exception)
        {
            throw new MatineeException(
                $"The model's options are not those of '{kind.Name}': {exception.Message} Pass --config-path.",
                exception
            );
        }
    }

    // Without a validation part nothing is judged, whatever stands here.
    private static SelectionMetric Metric(BundleManifest manifest) =>
        TrainingPlan.TryParseMetric(manifest.Selection?.Metric ?? "", out SelectionMetric metric, out _) ? metric
        : manifest.Model is "bias" or "fm" ? SelectionMetric.Rmse
        : SelectionMetric.Ndcg;

    private static int TopK(BundleManifest manifest) =>
        TrainingPlan.TryParseMetric(manifest.Selection?.Metric ?? "", out _, out int topK) ? topK : 10;
}
