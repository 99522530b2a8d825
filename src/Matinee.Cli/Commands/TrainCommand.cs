using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Matinee.Cli.Configuration;
using Matinee.Cli.Terminal;
using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Selection;
using Matinee.Data.Folders;
using Spectre.Console;

namespace Matinee.Cli.Commands;

/// <summary><c>train</c>: dataset + configuration → model bundle.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        Option<string> dataDir = CommonOptions.DataDir();
        var output = new Option<string>("--output-dir")
        {
            Description = "Where the model goes; a model that is there is replaced.",
            HelpName = "folder",
            DefaultValueFactory = _ => CommonOptions.DefaultModelPath,
        };
        Option<string> config = CommonOptions.ConfigPath(
            "YAML configuration: the model and its options; a list of values is tried on validation."
        );
        var fitOn = new Option<string>("--fit-on")
        {
            Description =
                "What the final model learns from. 'all' is for serving: it includes the test part, and "
                + "'evaluate' refuses the model.",
            DefaultValueFactory = _ => BundleManifest.FittedOnTrainValidation,
        };
        fitOn.AcceptOnlyFromAmong(BundleManifest.FittedOnTrainValidation, BundleManifest.FittedOnAll);
        var warmStart = new Option<string?>("--warm-start")
        {
            Description =
                "Start the final fit from an older model of the same kind (als); movies are matched by id. "
                + "Unless with --fit-on all, it must be of the same dataset and must not have seen the test part.",
            HelpName = "folder",
        };
        Option<int> threads = CommonOptions.Threads("the model does");
        var device = new Option<string?>("--device")
        {
            Description = "Where a network trains, whatever the configuration says: auto, cpu or cuda (an NVIDIA GPU).",
            HelpName = "device",
        };
        device.AcceptOnlyFromAmong("auto", "cpu", "cuda");
        var command = new Command("train", "Train a model: choose on validation, refit on train + validation.")
        {
            dataDir,
            config,
            output,
            fitOn,
            warmStart,
            threads,
            device,
        };
        Session.SetAction(
            command,
            async (session, parsed, cancellation) =>
            {
                var request = new TrainRequest(
                    parsed.GetRequiredValue(dataDir),
                    parsed.GetRequiredValue(config),
                    parsed.GetRequiredValue(output),
                    parsed.GetRequiredValue(fitOn) == BundleManifest.FittedOnAll ? FitOn.All : FitOn.TrainValidation,
                    parsed.GetRequiredValue(threads),
                    parsed.GetValue(warmStart)
                )
                {
                    Device = parsed.GetValue(device),
                };
                bool canBeTested = await RunAsync(session, request, cancellation);
                session.Out.WriteLine();
                session.Out.MarkupLineInterpolated($"Next: {NextStep(request, canBeTested)}");
                return 0;
            }
        );
        return command;
    }

    /// <returns>Whether the dataset has a test part that the model has not seen.</returns>
    public static async Task<bool> RunAsync(Session session, TrainRequest request, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        ModelConfiguration configuration = ModelConfiguration.Read(request.ConfigPath, KnownModels.Kinds);
        if (request.Device is { } device)
        {
            configuration = configuration.On(device);
        }

        AtomicFolder.RefuseForeign(request.OutputDir, ModelBundle.Folder);
        Dataset dataset = DatasetFolder.Read(request.DataDir, cancellation);
        WarmStart? older = request.WarmStart is null
            ? null
            : WarmStart.From(
                ModelBundle.Load(request.WarmStart, KnownModels.Kinds),
                configuration.Kind,
                dataset.Manifest,
                request.FitOn
            );
        TrainingPlan plan = configuration.Plan(request.FitOn);
        ModelBundle bundle = await session.RunAsync(
            $"Training {configuration.Kind.Name}",
            progress =>
            {
                var context = new TrainingContext
                {
                    Seed = configuration.Seed,
                    MaxThreads = request.Threads,
                    Progress = progress,
                    Cancellation = cancellation,
                    Start = older,
                };
                ModelBundle trained = ModelBundle.From(
                    dataset,
                    plan,
                    ModelSelection.Run(dataset, plan, context),
                    context
                );
                trained.Write(request.OutputDir);
                return trained;
            }
        );
        Render(session.Out, bundle, request, Stopwatch.GetElapsedTime(start));
        return request.FitOn != FitOn.All && dataset.Manifest.Counts.TestRatings > 0;
    }

    private static void Render(IAnsiConsole console, ModelBundle bundle, TrainRequest request, TimeSpan time)
    {
        BundleManifest manifest = bundle.Manifest;
        if (manifest.Selection is { Trials.Count: > 1 } selection)
        {
            var trials = new Table().Border(TableBorder.Rounded).AddColumn("candidate");
            trials.AddColumn(new TableColumn($"validation {selection.Metric}").RightAligned());
            foreach (BundleTrial trial in selection.Trials)
            {
                string options = Markup.Escape(OptionText.Of(trial.Options));
                string value = trial.Value.ToString("F4", CultureInfo.InvariantCulture);
                bool chosen = trial.Options.GetRawText() == manifest.Options.GetRawText();
                trials.AddRow(chosen ? $"[green]{options} ✓[/]" : options, chosen ? $"[green]{value}[/]" : value);
            }

            console.Write(trials);
        }

        var facts = new Grid().AddColumn().AddColumn();
        facts.AddRow("model", manifest.Model);
        facts.AddRow("options", Markup.Escape(OptionText.Of(manifest.Options)));
        if (manifest.Selection is { } chosenBy)
        {
            facts.AddRow(
                "validation",
                string.Create(CultureInfo.InvariantCulture, $"{chosenBy.Metric} {chosenBy.Value:F4}")
            );
        }

        facts.AddRow("fitted on", $"{manifest.FittedOn}: {Numbers.Count(manifest.Dataset.FittedRatings)} ratings");
        facts.AddRow("users", Numbers.Count(manifest.Dataset.Users));
        facts.AddRow("movies", Numbers.Count(manifest.Dataset.RankedMovies));
        facts.AddRow("written to", Markup.Escape(request.OutputDir));
        facts.AddRow("time", Numbers.Seconds(time));
        console.Write(facts);
    }

    private static string NextStep(TrainRequest request, bool canBeTested) =>
        canBeTested
            ? $"./matinee evaluate --data-dir {request.DataDir} --model-path {request.OutputDir}"
            : $"./matinee recommend --model-path {request.OutputDir} --user-id <id>";
}

internal sealed record TrainRequest(
    string DataDir,
    string ConfigPath,
    string OutputDir,
    FitOn FitOn,
    int Threads,
    string? WarmStart = null
)
{
    /// <summary>Overrides the configuration's; null leaves it.</summary>
    public string? Device { get; init; }
}
