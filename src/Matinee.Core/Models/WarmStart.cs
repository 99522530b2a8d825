using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Models.Selection;

namespace Matinee.Core.Models;

/// <param name="Model">An older model.</param>
/// <param name="Items">The movie ids of its item indices.</param>
/// <param name="Origin">What it had learned from; goes into the new model's manifest.</param>
public sealed record WarmStart(IModel Model, ItemMap Items, BundleOrigin Origin)
{
    /// <summary>
    /// The bundle as a start, if it can be one: a model that will be evaluated must not inherit what its test part says,
    /// neither from a model fitted on everything nor from one whose dataset may have held these very ratings.
    /// </summary>
    /// <exception cref="MatineeException">It is of another kind, or would leak the test part.</exception>
    public static WarmStart From(ModelBundle older, ModelKind kind, DatasetManifest dataset, FitOn fitOn)
    {
        BundleManifest manifest = older.Manifest;
        if (older.Model.Kind != kind.Name || !kind.CanStartWarm)
        {
            throw new MatineeException(
                $"--warm-start: the older model is of kind '{older.Model.Kind}' and the configuration trains "
                    + $"'{kind.Name}'. Only an older 'als' can start an 'als', and a 'blend' a 'blend'."
            );
        }

        bool clean =
            manifest.FittedOn == BundleManifest.FittedOnTrainValidation && manifest.Dataset.Hash == dataset.Hash;
        if (fitOn != FitOn.All && !clean)
        {
            throw new MatineeException(
                "--warm-start: the older model was fitted on every rating or on another dataset, so it may know this "
                    + "test part, and an evaluation would mean nothing. Train with '--fit-on all', which is for serving, "
                    + "or start from a model of this dataset that was fitted on train+validation."
            );
        }

        return new WarmStart(
            older.Model,
            older.Catalog.Items,
            new BundleOrigin(manifest.Dataset.Hash, manifest.FittedOn)
        );
    }
}
