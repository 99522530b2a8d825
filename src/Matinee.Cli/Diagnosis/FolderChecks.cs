using Matinee.Api.Store;
using Matinee.Cli.Configuration;
using Matinee.Cli.Terminal;
using Matinee.Core;
using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Data.Folders;

namespace Matinee.Cli.Diagnosis;

/// <summary>Checks of what Matinee has written: the dataset, the model, the store.</summary>
internal static class FolderChecks
{
    /// <param name="named">Whether someone asked for this very folder, which then has to be there.</param>
    public static Finding Dataset(string path, bool named, CancellationToken cancellation)
    {
        if (!named && !Directory.Exists(path))
        {
            return Finding.Ok("dataset", $"none yet in {path}; '{ProgramName.Typed} preprocess' makes one");
        }

        try
        {
            DatasetManifest manifest = DatasetFolder.Verify(path, cancellation);
            EntityCounts counts = manifest.Counts.After;
            string simulated = manifest.Source.Simulated ? ", simulated" : "";
            return Finding.Ok(
                "dataset",
                $"{path}: {Numbers.Count(counts.Ratings)} ratings{simulated}, {manifest.Files.Count} files as they were written"
            );
        }
        catch (Exception exception) when (IsBroken(exception))
        {
            return Finding.Failed("dataset", exception.Message);
        }
    }

    /// <summary>Loads the model, compares it with its checksums and lets it recommend.</summary>
    public static Finding Model(string path, bool named)
    {
        if (!named && !Directory.Exists(path))
        {
            string others = NearbyModels.Sentence(path) is { Length: > 0 } sentence
                ? $". {sentence}Pass --model-path for another"
                : "";
            return Finding.Ok("model", $"none yet in {path}; '{ProgramName.Typed} train' makes one{others}");
        }

        try
        {
            ModelBundle bundle = ModelBundle.Load(path, KnownModels.Kinds);
            BundleCheck.Run(bundle);
            return Finding.Ok(
                "model",
                $"{path}: {bundle.Manifest.Model} for {Numbers.Count(bundle.Catalog.RankedCount)} movies recommends"
            );
        }
        catch (Exception exception) when (IsBroken(exception))
        {
            return Finding.Failed("model", exception.Message);
        }
    }

    /// <param name="store">As <c>serve</c> would take it; may hold a password.</param>
    public static async Task<Finding> StoreAsync(string store, CancellationToken cancellation)
    {
        // Its address shows that it is no file.
        if (!store.Contains("://", StringComparison.Ordinal) && !File.Exists(store))
        {
            return Finding.Ok("user store", $"none yet at {store}; '{ProgramName.Typed} serve' makes one");
        }

        try
        {
            StoreFacts facts = await StoreFacts.ReadAsync(store, cancellation);
            long ratings = facts.Rows.GetValueOrDefault("ratings");
            return Finding.Ok(
                "user store",
                $"{StorePlaces.Describe(store)}: {facts.Kind} {facts.Version}, {Numbers.Count(ratings)} ratings"
            );
        }
        catch (Exception exception) when (IsBroken(exception))
        {
            return Finding.Failed("user store", exception.Message);
        }
    }

    private static bool IsBroken(Exception exception) =>
        exception is MatineeException or IOException or UnauthorizedAccessException;
}
