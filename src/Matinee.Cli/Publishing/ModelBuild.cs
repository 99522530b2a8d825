using System.Globalization;
using Matinee.Cli.Commands;
using Matinee.Cli.Configuration;
using Matinee.Cli.Terminal;
using Matinee.Core;
using Matinee.Core.Artifacts;
using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;
using Matinee.Core.Interactions;
using Matinee.Core.Models.Selection;
using Matinee.Data;
using Matinee.Data.Download;
using Matinee.Data.Folders;
using Matinee.Data.Registry;
using Spectre.Console;

namespace Matinee.Cli.Publishing;

/// <summary>Data, preprocess, train, evaluate, package; what an earlier run has done stays done.</summary>
internal sealed class ModelBuild(Session session, BuildRequest request)
{
    // Below this many people the intervals of an evaluation are wide.
    private const int FewPeople = 200;

    // So many say it within half a percent; a blend's lists of hundreds of thousands would take hours.
    private const int MostMeasured = 10_000;

    private readonly BuildSteps steps = new(request.WorkDir);

    /// <returns>The package as the registry offers it.</returns>
    /// <exception cref="MatineeException">A step fails; the message says what to do.</exception>
    public async Task<RegistryEntry> RunAsync(DownloadOptions download, CancellationToken cancellation)
    {
        Thresholds thresholds = Thresholds.Presets[request.Preset];
        // A mistake in it must not be found out after hours.
        string configuration = ConfigurationText.Of(ModelConfiguration.Read(request.ConfigPath, KnownModels.Kinds));
        Heading("1/5 data");
        string raw = await request.Data.LocateAsync(session, download, cancellation);
        session.Out.MarkupLineInterpolated($"Using {raw}");

        Heading("2/5 preprocess");
        DatasetManifest dataset = await PreprocessAsync(raw, thresholds, cancellation);

        session.Advice = () => $"What is done is kept in {request.WorkDir}: the same command goes on from there.";
        Heading("3/5 train");
        string[] fit = [dataset.Hash, configuration, ModelBundle.MatineeVersion];
        if (!Skips("train", ModelBundle.IsBundle(request.ModelDir), fit))
        {
            await TrainCommand.RunAsync(
                session,
                new TrainRequest(
                    request.DatasetDir,
                    request.ConfigPath,
                    request.ModelDir,
                    FitOn.TrainValidation,
                    request.Threads
                ),
                cancellation
            );
            steps.Finish("train", fit);
        }

        Heading("4/5 evaluate");
        string metrics = Path.Combine(request.ReportDir, EvaluationFolder.MetricsFile);
        string[] measured = [ModelBundle.ReadId(request.ModelDir), dataset.Hash];
        if (!Skips("evaluate", File.Exists(metrics), measured))
        {
            await EvaluateCommand.RunAsync(
                session,
                request.DatasetDir,
                request.ModelDir,
                request.ReportDir,
                new EvaluationOptions { SampledUsers = dataset.Counts.After.Users > MostMeasured ? MostMeasured : 0 },
                cancellation
            );
            steps.Finish("evaluate", measured);
        }

        Heading("5/5 package");
        var report = EvaluationReport.FromJson(await File.ReadAllTextAsync(metrics, cancellation));
        return await Task.Run(() => Package(dataset, report, cancellation), cancellation);
    }

    private async Task<DatasetManifest> PreprocessAsync(
        string raw,
        Thresholds thresholds,
        CancellationToken cancellation
    )
    {
        string[] inputs = [request.Preset, thresholds.ToString(), Path.GetFullPath(raw), BuildData.Signature(raw)];
        if (!Skips("preprocess", File.Exists(Path.Combine(request.DatasetDir, "manifest.json")), inputs))
        {
            try
            {
                var options = new PreprocessOptions { DataDirectory = raw, Thresholds = thresholds };
                await PreprocessCommand.RunAsync(session, options, request.DatasetDir, cancellation);
            }
            catch (NothingLeftException exception)
            {
                throw new MatineeException(
                    $"{request.Data.Name} is too small for the preset '{request.Preset}'. {exception.Message} Those are the preset's "
                        + "thresholds: build 'large' instead, take a larger dataset such as ml-32m, or use thresholds of your "
                        + $"own with '{ProgramName.Typed} preprocess' and '{ProgramName.Typed} train'.",
                    exception
                );
            }

            steps.Finish("preprocess", inputs);
        }

        DatasetManifest manifest = DatasetFolder.ReadManifest(request.DatasetDir);
        (EntityCounts before, EntityCounts after) = (manifest.Counts.Before, manifest.Counts.After);
        if (after.Users < FewPeople)
        {
            session.Warn(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{after.Users} of {before.Users} people and {after.Movies} of {before.Movies} rated movies are left by the preset "
                        + $"'{request.Preset}': the figures will be rough. A larger dataset, or the preset 'large', has more."
                )
            );
        }

        return manifest;
    }

    private RegistryEntry Package(DatasetManifest dataset, EvaluationReport report, CancellationToken cancellation)
    {
        BundleFiles files = BundleFiles.Check(request.ModelDir);
        if (request.WithHistories && !files.HasHistories)
        {
            throw new MatineeException($"{request.ModelDir} has no histories. Delete that folder and build again.");
        }

        var card = new ModelCard(request, dataset, report, files, Trained());
        var registry = new RegistryFolder(request.Registry);
        return registry.Publish(card.Entry(), request.ModelDir, card.Text(), cancellation);
    }

    // The manifest is written last. Its time, and not that of packing: the same model makes the same package.
    private DateTime Trained() => File.GetLastWriteTimeUtc(Path.Combine(request.ModelDir, ModelBundle.ManifestFile));

    private bool Skips(string step, bool isThere, string[] inputs)
    {
        if (!isThere || !steps.IsDone(step, inputs))
        {
            return false;
        }

        session.Out.WriteLine("Done already.");
        return true;
    }

    private void Heading(string text)
    {
        session.Out.WriteLine();
        session.Out.MarkupLineInterpolated($"[bold]{text}[/]");
    }
}
