using System.Globalization;
using Matinee.Api.Retraining;
using Matinee.Api.Store;
using Matinee.Api.Store.Export;
using Matinee.Cli.Commands;
using Matinee.Cli.Configuration;
using Matinee.Cli.Terminal;
using Matinee.Cli.Training;
using Matinee.Core;
using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Selection;
using Matinee.Data;
using Matinee.Data.Export;

namespace Matinee.Cli.Retraining;

/// <summary>Export, preprocess, train, compare, publish. Until the last step nothing that is served changes, however it ends.</summary>
internal sealed class RetrainJob(Session session, RetrainRequest request)
{
    private readonly ModelHistory history = new(request.ModelPath);
    private readonly RetrainLog log = new(session.RawOut);

    /// <summary>Says what a run would do.</summary>
    public async Task ShowAsync(CancellationToken cancellation)
    {
        // The one that answers now is what it starts from, whatever happens meanwhile.
        ModelVersion current = history.CurrentOrPlain();
        BundleManifest manifest = ModelBundle.ReadManifest(current);
        ModelConfiguration configuration = Configuration(manifest);
        await CheckServerAsync(cancellation);
        await using UserStoreReader store = UserStoreReader.Open(request.Store);
        var bundle = ModelBundle.Load(current, KnownModels.Kinds);
        (int users, long ratings, bool isNew) = (0, 0, (await store.MoviesAsync(cancellation)).Count > 0);
        await foreach (UserRecord user in store.AllUsersAsync(cancellation))
        {
            users++;
            ratings += user.Ratings.Count;
            isNew |= IsNewTo(bundle, user);
        }

        log.Say($"current     {Described(current.Name, manifest)}");
        log.Say(
            $"new         {Numbers.Count(ratings)} ratings of {Numbers.Count(users)} users in {StorePlaces.WithoutPassword(request.Store)}"
        );
        if (!isNew)
        {
            log.Say(
                "            the model knows all of it: a run finds nothing new to learn, unless the model was made with other settings"
            );
        }

        log.Say(
            $"train       {configuration.Kind.Name}, {configuration.Candidates.Count} candidate(s), on all ratings"
        );
        if (RetrainPreparation.Of(manifest, "").Note is { } note)
        {
            log.Say($"preprocess  {note}");
        }

        log.Say(
            manifest.Selection is { } selection
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"compare     refused where {selection.Metric} is worse than {selection.Value:F4} by more than {100 * request.Margin:0.##} %"
                )
                : "compare     impossible, since nothing was held out for the current model: takes --force"
        );
        // The bundle in the folder itself counts for nothing: it stays.
        int versions = history.Versions().Count(version => version.Name != ModelVersion.First) + 1;
        log.Say(
            versions <= request.Keep
                ? $"keep        all: with the new one {versions} were added, and up to {request.Keep} stay"
                : $"keep        {request.Keep} of the {versions} that were added, the new one too; older ones are deleted, but not the current one"
        );
        log.Say("Nothing was changed: this was a dry run.");
    }

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        // The one that answers now is what it starts from, whatever happens meanwhile.
        ModelVersion current = history.CurrentOrPlain();
        // Before a lock is made beside what is no model.
        ModelBundle.ReadManifest(current);
        await CheckServerAsync(cancellation);
        using RetrainFolder work = RetrainFolder.Open(request.ModelPath);
        ModelBundle served = ModelBundle.Load(current, KnownModels.Kinds);
        BundleManifest before = served.Manifest;
        ModelConfiguration configuration = Configuration(before);

        await ExportAsync(served, work, cancellation);
        Dataset dataset = await PreprocessAsync(before, work, cancellation);
        if (dataset.Manifest.Hash == before.Dataset.Hash && !request.Force && request.ConfigPath is null)
        {
            log.Say($"Nothing new to learn from: {Described(current.Name, before)} is served as before.");
            return 0;
        }

        BundleManifest after = await TrainAsync(served, configuration, dataset, work, cancellation);
        RetrainVerdict verdict = RetrainVerdict.Of(before.Selection, after.Selection, request.Margin);
        log.Done("compare", verdict.Reason);
        if (!verdict.IsGood && !request.Force)
        {
            string kept = work.Reject(TimeProvider.System);
            string advice = verdict.IsComparable ? "" : " --force takes it all the same.";
            log.Say($"The new model is in {kept}, for looking at it.{advice}");
            log.Say($"Refused: {verdict.Reason}. {Described(current.Name, before)} is served as before.");
            return RetrainExit.Refused;
        }

        ModelVersion version = await PublishAsync(work, cancellation);
        log.Say(
            version.Name == current.Name
                ? $"Serving {Described(version.Name, after)} as before: the new model is the same."
                : $"Serving {Described(version.Name, after)} instead of {Described(current.Name, before)}."
        );
        return 0;
    }

    private Task CheckServerAsync(CancellationToken cancellation) =>
        request.Server is { } server ? ServerNotice.CheckAsync(server, cancellation) : Task.CompletedTask;

    private static bool IsNewTo(ModelBundle bundle, UserRecord user)
    {
        UserHistory? known = null;
        _ = bundle.Histories?.TryGet(new UserId(user.Id), out known);
        ItemMap items = bundle.Catalog.Items;
        return !MergedRatings.Of(known, items, null).SequenceEqual(MergedRatings.Of(known, items, user));
    }

    private ModelConfiguration Configuration(BundleManifest manifest)
    {
        ModelConfiguration configuration = request.ConfigPath is { } path
            ? ModelConfiguration.Read(path, KnownModels.Kinds)
            : ServedConfiguration.Of(manifest, KnownModels.Kinds);
        return request.Device is { } device ? configuration.On(device) : configuration;
    }

    private async Task ExportAsync(ModelBundle served, RetrainFolder work, CancellationToken cancellation)
    {
        await using UserStoreReader store = UserStoreReader.Open(request.Store);
        MovieLensCounts counts = await ExportRatingsCommand.WriteAsync(
            store,
            served,
            request.ModelPath,
            work.Raw,
            cancellation
        );
        log.Done(
            "export",
            $"{Numbers.Count(counts.Ratings)} ratings, {Numbers.Count(counts.Users)} users, {Numbers.Count(counts.Movies)} movies"
        );
    }

    private async Task<Dataset> PreprocessAsync(
        BundleManifest before,
        RetrainFolder work,
        CancellationToken cancellation
    )
    {
        RetrainPreparation preparation = RetrainPreparation.Of(before, work.Raw);
        if (preparation.Note is { } note)
        {
            session.Warn(note);
        }

        PreparedDataset prepared = await PreprocessProgressBar.RunAsync(
            session,
            progress => Preprocessor.Prepare(preparation.Options, progress, cancellation)
        );
        DatasetCounts counts = prepared.Dataset.Manifest.Counts;
        log.Done(
            "preprocess",
            $"{Numbers.Count(counts.After.Ratings)} ratings, {Numbers.Count(counts.ValidationRatings)} of them to compare by"
        );
        return prepared.Dataset;
    }

    private async Task<BundleManifest> TrainAsync(
        ModelBundle served,
        ModelConfiguration configuration,
        Dataset dataset,
        RetrainFolder work,
        CancellationToken cancellation
    )
    {
        TrainingPlan plan = configuration.Plan(FitOn.All);
        bool isSame = request.ConfigPath is null && plan.Kind.CanStartWarm;
        WarmStart? start = isSame ? WarmStart.From(served, plan.Kind, dataset.Manifest, FitOn.All) : null;
        TrainingOutcome outcome = await session.RunAsync(
            $"Training {plan.Kind.Name}",
            progress =>
            {
                var context = new TrainingContext
                {
                    Seed = configuration.Seed,
                    MaxThreads = request.Threads,
                    Progress = progress,
                    Cancellation = cancellation,
                    Start = start,
                };
                return TrainingOutcome.Of(dataset, plan, context, new WorkFolder(work.Candidate), work.Candidate);
            }
        );
        // What a server would refuse is refused here.
        BundleCheck.Run(ModelBundle.Load(outcome.Folder, KnownModels.Kinds));
        log.Done("train", $"{plan.Kind.Name}{(start is null ? "" : ", from the current one on")}");
        return ModelBundle.ReadManifest(outcome.Folder);
    }

    private async Task<ModelVersion> PublishAsync(RetrainFolder work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        // The same once more would only push others out.
        ModelVersion version = Same(work.Candidate) ?? history.Adopt(work.Candidate, TimeProvider.System);
        if (request.Server is { } server)
        {
            // It makes the version current once it is sure of it.
            session.Advice = () =>
                $"The new model is kept as version {version.Name}. This makes it current:\n"
                + $"  {ProgramName.Typed} models rollback {version.Name} --model-path {ShellWord.Of(request.ModelPath)}";
            await ServerNotice.SendAsync(server, version.Name, cancellation);
            session.Advice = null;
        }

        history.MakeCurrent(version.Name, TimeProvider.System);
        IReadOnlyList<ModelVersion> deleted = history.Prune(request.Keep);
        string gone = deleted.Count == 0 ? "" : $", {deleted.Count} old deleted";
        log.Done("publish", $"version {version.Name}{gone}");
        return version;
    }

    private ModelVersion? Same(string candidate)
    {
        try
        {
            if (history.SameAs(candidate) is not { } same)
            {
                return null;
            }

            // One whose files were damaged since is not the same.
            ModelBundle.Load(same, KnownModels.Kinds);
            return same;
        }
        catch (MatineeException)
        {
            return null;
        }
    }

    private static string Described(string name, BundleManifest manifest)
    {
        string figure = manifest.Selection is { } selection
            ? string.Create(CultureInfo.InvariantCulture, $"{selection.Metric} {selection.Value:F4}, ")
            : "";
        return $"{name} ({manifest.Model}, {figure}{Numbers.Count(manifest.Dataset.FittedRatings)} ratings)";
    }
}
