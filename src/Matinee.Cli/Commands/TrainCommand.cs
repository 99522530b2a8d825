using System.CommandLine;
using System.Diagnostics;
using Matinee.Cli.Configuration;
using Matinee.Cli.Terminal;
using Matinee.Cli.Training;
using Matinee.Core;
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
            Description =
                "Where the model goes; a model that is there is replaced, or, where there is a history, followed by this one.",
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
                "Start the final fit from an older model of the same kind (als, blend); movies are matched by id. "
                + "Unless with --fit-on all, it must be of the same dataset and must not have seen the test part.",
            HelpName = "folder",
        };
        Option<int> threads = CommonOptions.Threads("the model does");
        Option<string?> device = ScoringDevice.Option(
            "Where a network trains, whatever the configuration says: auto, cpu or cuda (an NVIDIA GPU)."
        );
        var resumption = new ResumeOptions(
            "Go on with a long training that was interrupted, as is done anyway; but fail where there is none, "
                + "instead of starting one.",
            "Start a long training afresh, where an interrupted one of the same model could go on."
        );
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
        resumption.AddTo(command);
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
                    Resume = resumption.Of(parsed),
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

        if (!new ModelHistory(request.OutputDir).Exists)
        {
            AtomicFolder.RefuseForeign(request.OutputDir, ModelBundle.Folder);
        }

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
        var work = new WorkFolder(request.OutputDir);
        if (request.Resume == Resumption.Never)
        {
            work.Clear();
        }
        else if (request.Resume == Resumption.Always && !work.HasCheckpoint)
        {
            throw new MatineeException(
                $"There is no interrupted training to go on with: {work.Path} holds none. "
                    + "Leave --resume out to start one, or pass the --output-dir of the interrupted one."
            );
        }

        session.Advice ??= () => work.HasCheckpoint ? work.Advice : null;
        TrainingOutcome outcome = await session.RunAsync(
            $"Training {plan.Kind.Name}",
            progress =>
            {
                var facts = new TrainingFacts(progress, fact => Announce(session, fact));
                var context = new TrainingContext
                {
                    Seed = configuration.Seed,
                    MaxThreads = request.Threads,
                    Progress = facts,
                    Cancellation = cancellation,
                    Start = older,
                    PartsFolder = PartsFolder.Beside(request.OutputDir),
                };
                return TrainingOutcome.Of(dataset, plan, context, work, request.OutputDir) with { Facts = facts.All };
            }
        );
        TrainSummary.Write(session.Out, outcome, plan.Kind, outcome.Folder, Stopwatch.GetElapsedTime(start));
        return request.FitOn != FitOn.All && dataset.Manifest.Counts.TestRatings > 0;
    }

    private static void Announce(Session session, TrainingFact fact)
    {
        if (fact.Name == TrainingFact.GoingOn)
        {
            session.Error.MarkupLineInterpolated($"Going on {fact.Value} ({fact.Training}).");
        }
    }

    private static string NextStep(TrainRequest request, bool canBeTested) =>
        canBeTested
            ? $"{ProgramName.Typed} evaluate --data-dir {request.DataDir} --model-path {request.OutputDir}"
            : $"{ProgramName.Typed} recommend --model-path {request.OutputDir} --user-id <id>";
}
