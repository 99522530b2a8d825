using System.CommandLine;
using System.Diagnostics;
using Matinee.Cli.Configuration;
using Matinee.Cli.Terminal;
using Matinee.Core.Artifacts;
using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Ranking;
using Matinee.Data;
using Matinee.Data.Folders;
using Matinee.Report;
using Spectre.Console;

namespace Matinee.Cli.Commands;

/// <summary><c>evaluate</c>: model bundle + its dataset → report.</summary>
internal static class EvaluateCommand
{
    public const string DefaultOutputDir = "reports/default";

    public static Command Create()
    {
        Option<string> dataDir = CommonOptions.DataDir();
        Option<string> modelPath = CommonOptions.ModelPath();
        var output = new Option<string>("--output-dir")
        {
            Description =
                "Where report.html, report.md, metrics.json, topn.csv, predictions.csv and per_user.parquet go.",
            HelpName = "folder",
            DefaultValueFactory = _ => DefaultOutputDir,
        };
        Option<int> batchSize = CommonOptions.Whole(
            "--batch-size",
            new EvaluationOptions().BatchSize,
            1,
            "Users scored together; changes memory, never results."
        );
        Option<double> minRating = CommonOptions.MinRating();
        Option<int> sampled = CommonOptions.Whole(
            "--sampled-negatives",
            0,
            0,
            "Rank the relevant movies among this many drawn ones only, and say so everywhere; 0: among all."
        );
        Option<int> users = CommonOptions.Whole(
            "--sampled-users",
            0,
            0,
            "Evaluate this many drawn users only, and say so; 0: all. The ranking stays one of all movies."
        );
        Option<string?> testFile = File("--test-file", "Test ratings of your own (CSV), with one of the next two.");
        Option<string?> supportFile = File(
            "--support-file",
            "New people's first ratings (CSV); the test is what follows."
        );
        Option<string?> candidatesFile = File(
            "--candidates-file",
            "New movies (CSV with movieId); the test is who likes them."
        );
        var engine = new Option<bool>("--engine")
        {
            Description =
                "Measure lists as users get them: below 30 ratings they lean on popularity. Default: the model alone.",
        };
        var controls = new ControlOptions();
        var pareto = new Option<bool>("--pareto")
        {
            Description =
                "Measure what diversity costs at six strengths of both methods, and show it; else at three of MMR.",
        };
        Option<int> resamples = CommonOptions.Whole(
            "--resamples",
            new EvaluationOptions().Resamples,
            100,
            "Bootstrap resamples behind the 95% intervals."
        );
        Option<int> faithfulness = CommonOptions.Whole(
            "--faithfulness-cases",
            new EvaluationOptions().FaithfulnessCases,
            0,
            "Recommendations whose first reason is put to the test; 0: none."
        );
        Option<string?> device = ScoringDevice.Option();
        var command = new Command("evaluate", "Measure a model on the test part, beside popularity and bias.")
        {
            dataDir,
            modelPath,
            output,
            batchSize,
            minRating,
            engine,
            sampled,
            users,
            testFile,
            supportFile,
            candidatesFile,
            resamples,
            faithfulness,
            device,
        };
        controls.AddTo(command);
        command.Options.Add(pareto);
        command.Validators.Add(result =>
        {
            bool given = result.GetResult(testFile) is not null;
            int tasks =
                (result.GetResult(supportFile) is null ? 0 : 1) + (result.GetResult(candidatesFile) is null ? 0 : 1);
            if (given ? tasks != 1 : tasks != 0)
            {
                result.AddError(
                    "Give --test-file with --support-file (new people) or with --candidates-file (new movies); without "
                        + "them the test part is the dataset's."
                );
            }
        });
        Session.SetAction(
            command,
            async (session, parsed, cancellation) =>
            {
                var options = new EvaluationOptions
                {
                    BatchSize = parsed.GetValue(batchSize),
                    MinRating = parsed.GetValue(minRating),
                    Controls = controls.Read(parsed),
                    Pareto = parsed.GetValue(pareto),
                    Engine = parsed.GetValue(engine),
                    SampledNegatives = parsed.GetValue(sampled),
                    SampledUsers = parsed.GetValue(users),
                    Resamples = parsed.GetValue(resamples),
                    FaithfulnessCases = parsed.GetValue(faithfulness),
                };
                GivenFiles? files = parsed.GetValue(testFile) is { } test
                    ? new GivenFiles(test, parsed.GetValue(supportFile), parsed.GetValue(candidatesFile))
                    : null;
                await RunAsync(
                    session,
                    parsed.GetRequiredValue(dataDir),
                    parsed.GetRequiredValue(modelPath),
                    parsed.GetRequiredValue(output),
                    options,
                    cancellation,
                    files,
                    parsed.GetValue(device)
                );
                return 0;
            }
        );
        return command;
    }

    public static async Task RunAsync(
        Session session,
        string dataDir,
        string modelPath,
        string outputDir,
        EvaluationOptions options,
        CancellationToken cancellation,
        GivenFiles? files = null,
        string? device = null
    )
    {
        long start = Stopwatch.GetTimestamp();
        AtomicFolder.RefuseForeign(outputDir, EvaluationFolder.Folder);
        Task<(Dataset Dataset, TagApplications Tags)> reading = Task.Run(
            () => DatasetFolder.ReadWithTags(dataDir, cancellation),
            cancellation
        );
        ModelBundle bundle = ScoringDevice.Place(ModelBundle.Load(modelPath, KnownModels.Kinds), device);
        using var onDevice = bundle.Model as IDisposable;
        (Dataset dataset, TagApplications tags) = await reading;
        // The first chart is slow to come; reading and ranking leave a core idle now and then. If it can't be drawn, the
        // report will fail and say why.
        _ = Task.Run(HtmlReport.WarmUp, cancellation);
        EvaluationTask? task = files?.Pose(dataset, options.MinRating, session.Warn);
        TagPairs taggers = tags.Pairs(task?.Users ?? dataset.Users);
        EvaluationReport report = await session.RunAsync(
            "Evaluating",
            progress =>
            {
                var done = new FractionProgress(progress);
                ModelEvaluation evaluation = task is null
                    ? ModelEvaluation.Run(dataset, bundle, options, taggers, done, cancellation)
                    : ModelEvaluation.Run(
                        dataset,
                        bundle,
                        task with
                        {
                            Taggers = taggers,
                        },
                        options,
                        done,
                        cancellation
                    );
                EvaluationReport figures = EvaluationReport.From(evaluation) with
                {
                    Run = Facts(start) with { Device = ScoringDevice.NameOf(bundle) },
                };
                var extras = new ReportExtras { Reasons = Reasons(bundle, evaluation.Task) };
                EvaluationFolder.Write(
                    outputDir,
                    evaluation,
                    figures,
                    () => HtmlReport.Render(evaluation, figures, extras)
                );
                return figures;
            }
        );
        EvaluationView.Write(session.Out, report, options.Pareto);
        string scored = report.Run?.Device is { } name ? $", scored through libtorch on {name}" : "";
        session.Out.MarkupLineInterpolated(
            $"Report: {outputDir}/{EvaluationFolder.HtmlFile} ({Numbers.Seconds(Stopwatch.GetElapsedTime(start))}{scored})"
        );
    }

    private static Func<UserIndex, ItemIndex, IReadOnlyList<string>>? Reasons(ModelBundle bundle, EvaluationTask task)
    {
        if (bundle.Model is not IRanker)
        {
            return null;
        }

        Explainer explainer = bundle.Explainer();
        return (user, item) =>
        {
            UserHistory history = task.Ranking.Histories.History(user);
            Explanation explanation = explainer.Explain(history, [item])[0];
            IEnumerable<string> reasons = explanation.Reasons.Select(reason => ReasonText.Of(reason, bundle.Catalog));
            return [.. explanation.Texts is { } texts ? reasons.Append(TextReasonText.Of(texts)) : reasons];
        };
    }

    private static Option<string?> File(string name, string description) =>
        new(name) { Description = description, HelpName = "file" };

    /// <summary>What it took since <paramref name="start"/>.</summary>
    public static RunFacts Facts(long start)
    {
        using var process = Process.GetCurrentProcess();
        double seconds = Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 2);
        return new RunFacts(seconds, process.PeakWorkingSet64, Environment.ProcessorCount);
    }

    private sealed class FractionProgress(IProgress<TrainingProgress> inner) : IProgress<double>
    {
        public void Report(double value) => inner.Report(new TrainingProgress("ranking for every user", value, null));
    }
}
