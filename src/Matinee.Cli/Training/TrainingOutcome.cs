using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Selection;

namespace Matinee.Cli.Training;

/// <summary>A model that was trained and written.</summary>
/// <param name="Folder">Where it went: a version of its own where there is a history.</param>
/// <param name="Logs">Null where the kind keeps none.</param>
internal sealed record TrainingOutcome(ModelBundle Bundle, string Folder, TrainingLogs? Logs)
{
    public IReadOnlyList<TrainingFact> Facts { get; init; } = [];

    /// <summary>Chooses, fits, writes the bundle with its logs, and only then forgets what was kept to go on from.</summary>
    public static TrainingOutcome Of(
        Dataset dataset,
        TrainingPlan plan,
        TrainingContext context,
        WorkFolder work,
        string outputDir
    )
    {
        if (!plan.Kind.KeepsWork)
        {
            ModelBundle plain = ModelBundle.From(dataset, plan, ModelSelection.Run(dataset, plan, context), context);
            return new TrainingOutcome(plain, Write(plain, outputDir, null), null);
        }

        var opened = new List<string>();
        context = context with { WorkFolder = work.Path, LogOpened = opened.Add };
        try
        {
            TrainedModel trained = ModelSelection.Run(dataset, plan, context);
            ModelBundle bundle = ModelBundle.From(dataset, plan, trained, context);
            TrainingLogs? logs =
                opened.Count == 0 ? null : TrainingLogs.Read(opened, trained.Trials.Index().First(IsChosen).Index);
            string folder = Write(bundle, outputDir, logs?.Files());
            work.Clear();
            return new TrainingOutcome(bundle, folder, logs);

            bool IsChosen((int Index, Trial Trial) trial) => ReferenceEquals(trial.Trial, trained.Chosen);
        }
        finally
        {
            // Before the first epoch ends there is nothing to go on from.
            if (!work.HasCheckpoint)
            {
                work.Clear();
            }
        }
    }

    // No version is ever lost to a training.
    private static string Write(ModelBundle bundle, string outputDir, IReadOnlyDictionary<string, string>? training)
    {
        var history = new ModelHistory(outputDir);
        if (!history.Exists)
        {
            bundle.Write(outputDir, training);
            return outputDir;
        }

        ModelVersion version = history.Add(folder => bundle.Write(folder, training), TimeProvider.System);
        return history.MakeCurrent(version.Name, TimeProvider.System).Folder;
    }
}
