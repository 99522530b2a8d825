using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Globalization;
using Matinee.Cli.Configuration;
using Matinee.Cli.Terminal;
using Matinee.Cli.Training;
using Matinee.Cli.Tuning;
using Matinee.Core;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Selection;
using Matinee.Data.Folders;
using Spectre.Console;

namespace Matinee.Cli.Commands;

/// <summary><c>tune</c>: dataset + configuration with ranges → the configuration that is best on the validation part.</summary>
internal static class TuneCommand
{
    // The process of the Bayesian search takes the cube of it.
    private const int MostTrials = 1000;

    public static Command Create()
    {
        Option<string> dataDir = CommonOptions.DataDir();
        Option<string> config = CommonOptions.ConfigPath(
            "YAML configuration; a range such as { from: 10, to: 1000, scale: log } or a list of values is searched."
        );
        var output = new Option<string>("--output-dir")
        {
            Description = "Where best.yaml, the trials, their plot and a page of charts go.",
            HelpName = "folder",
            DefaultValueFactory = _ => "models/tune",
        };
        Option<int> trials = CommonOptions.Whole(
            "--trials",
            30,
            1,
            "Trials in all, those of an interrupted run included."
        );
        trials.Validators.Add(result =>
        {
            // The parser complains of anything else.
            if (result.Tokens is [var token] && int.TryParse(token.Value, out int number) && number > MostTrials)
            {
                result.AddError($"--trials must be at most {MostTrials}.");
            }
        });
        var search = new Option<string>("--search")
        {
            Description = "'bayesian' learns from the trials so far where better ones are likely; 'random' draws.",
            DefaultValueFactory = _ => "bayesian",
        };
        search.AcceptOnlyFromAmong("bayesian", "random");
        Option<long?> seed = CommonOptions.OptionalWhole(
            "--seed",
            long.MinValue,
            "Seed of the search and of the trainings. Default: the configuration's random_seed."
        );
        Option<TimeSpan?> timeLimit = TimeLimit();
        Option<int> threads = CommonOptions.Threads("the trials do");
        Option<string?> device = ScoringDevice.Option(
            "Where a network trains, whatever the configuration says: auto, cpu or cuda (an NVIDIA GPU)."
        );
        var resumption = new ResumeOptions(
            "Go on with a search that was interrupted, as is done anyway; but fail where there is none.",
            "Start the search afresh; the trials in the output folder are lost."
        );
        var command = new Command(
            "tune",
            "Search a configuration's ranges for the best options on the validation part."
        )
        {
            dataDir,
            config,
            output,
            trials,
            search,
            seed,
            timeLimit,
            threads,
            device,
        };
        resumption.AddTo(command);
        Session.SetAction(
            command,
            (session, parsed, cancellation) =>
                RunAsync(
                    session,
                    new TuneRequest(
                        parsed.GetRequiredValue(dataDir),
                        parsed.GetRequiredValue(config),
                        parsed.GetRequiredValue(output),
                        parsed.GetRequiredValue(trials),
                        parsed.GetRequiredValue(search) == "random" ? SearchKind.Random : SearchKind.Bayesian,
                        parsed.GetValue(seed),
                        parsed.GetValue(timeLimit),
                        parsed.GetRequiredValue(threads),
                        parsed.GetValue(device),
                        resumption.Of(parsed)
                    ),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(Session session, TuneRequest request, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        TuningConfiguration configuration = TuningConfiguration.Read(
            request.ConfigPath,
            KnownModels.Kinds,
            request.Device
        );
        var folder = new TuningFolder(request.OutputDir);
        folder.RefuseForeign();
        Dataset dataset = DatasetFolder.Read(request.DataDir, cancellation);
        if (dataset.Manifest.Counts.ValidationRatings == 0)
        {
            throw new MatineeException(
                $"{request.DataDir} has no validation part, so there is nothing to tune on. Preprocess with "
                    + "--validation-fraction above 0."
            );
        }

        var plan = new TuningPlan(
            configuration,
            request.Search,
            request.Seed ?? configuration.File.Seed,
            request.Trials,
            dataset.Manifest.Hash
        );
        var work = new WorkFolder(request.OutputDir);
        Prepare(folder, work, request.Resume);
        using TuningJournal journal = TuningJournal.Open(folder.Journal, plan);
        session.Advice = () => Advice(folder, journal.Trials.Count);
        int before = journal.Trials.Count;
        if (before > 0)
        {
            session.Error.MarkupLineInterpolated($"Going on after trial {before} ({folder.Journal}).");
        }

        string? early = await session.RunAsync(
            $"Tuning {configuration.Kind.Name}",
            progress =>
            {
                var context = new TrainingContext
                {
                    Seed = plan.Seed,
                    MaxThreads = request.Threads,
                    Progress = progress,
                    Cancellation = cancellation,
                    PartsFolder = PartsFolder.Beside(request.OutputDir),
                };
                var lines = new TuningProgress(session.Error, plan, journal);
                return new TuningRun(
                    plan,
                    journal,
                    new ValidationExam(dataset, plan.Training),
                    work,
                    request.TimeLimit,
                    lines.Tell
                ).Go(context);
            }
        );
        session.Advice = null;
        TuningTrial[] trials = [.. journal.Trials.Take(plan.Trials)];
        TuningTrial best = plan.Best(trials) ?? throw Fruitless(trials, folder);
        TuningResults.Write(folder, plan, trials, best, TimeProvider.System.GetUtcNow());
        TuneView.Write(session.Out, folder, plan, trials, early, Stopwatch.GetElapsedTime(start));
        session.Out.WriteLine();
        session.Out.MarkupLineInterpolated(
            $"Next: {ProgramName.Typed} train --data-dir {request.DataDir} --config-path {folder.Best}"
        );
        return 0;
    }

    private static void Prepare(TuningFolder folder, WorkFolder work, Resumption resume)
    {
        if (resume == Resumption.Always && !folder.HasTrials)
        {
            throw new MatineeException(
                $"There is no interrupted search to go on with: {folder.Root} holds no trials. Leave --resume out to start "
                    + "one, or pass the --output-dir of the interrupted one."
            );
        }

        Directory.CreateDirectory(folder.Root);
        if (resume == Resumption.Never)
        {
            folder.Clear();
            work.Clear();
        }
    }

    private static string? Advice(TuningFolder folder, int trials) =>
        trials == 0
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"The {trials} trials so far are kept in {folder.Journal}: the same command goes on, with --trials {trials} it "
            ) + "ends with the best of them, --no-resume starts afresh.";

    private static MatineeException Fruitless(TuningTrial[] trials, TuningFolder folder) =>
        trials.Length == 0
            ? new MatineeException("No trial has ended within the time limit. Raise --time-limit.")
            : new MatineeException(
                $"All {trials.Length} trials failed; the first: {trials[0].Failure} Change the configuration, then pass "
                    + $"--no-resume; {folder.Journal} has every reason."
            );

    private static Option<TimeSpan?> TimeLimit() =>
        new("--time-limit")
        {
            Description = "No trial begins after this long, such as 90s, 30m or 2h.",
            HelpName = "time",
            CustomParser = ParseTime,
        };

    private static TimeSpan? ParseTime(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        double unit = text.LastOrDefault() switch
        {
            's' => 1,
            'm' => 60,
            'h' => 3600,
            _ => double.NaN,
        };
        bool right =
            double.TryParse(
                text.TrimEnd('s', 'm', 'h'),
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out double number
            ) && number * unit is > 0 and < 1e9;
        if (!right)
        {
            result.AddError($"--time-limit must be a time such as 90s, 30m or 2h, not '{text}'.");
        }

        return right ? TimeSpan.FromSeconds(number * unit) : null;
    }
}
