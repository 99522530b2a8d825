using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Matinee.Cli.Configuration;
using Matinee.Cli.Terminal;
using Matinee.Core.Artifacts;
using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Selection;
using Matinee.Data;
using Matinee.Data.Folders;
using Spectre.Console;

namespace Matinee.Cli.Commands;

/// <summary><c>cross-validate</c>: dataset + configuration → one report over k folds.</summary>
internal static class CrossValidateCommand
{
    private const int Shown = 10;
    private static readonly FoldOptions Defaults = new();

    public static Command Create()
    {
        Option<string> dataDir = CommonOptions.DataDir();
        Option<string> config = CommonOptions.ConfigPath(
            "YAML configuration; a list of values is tried on a validation part of each fold."
        );
        var output = new Option<string>("--output-dir")
        {
            Description = "Where the summary and, under folds/, every fold's evaluation go.",
            HelpName = "folder",
            DefaultValueFactory = _ => "reports/cross-validation",
        };
        Option<int> folds = CommonOptions.Whole("--folds", Defaults.Folds, 2, "Folds; each is the test part once.");
        Option<long> seed = CommonOptions.Seed(Defaults.Seed, "Seed of the folds.");
        Option<double> minRating = CommonOptions.MinRating();
        Option<int> threads = CommonOptions.Threads("the figures do");
        var command = new Command("cross-validate", "Train and evaluate k times, each rating being tested on once.")
        {
            dataDir,
            config,
            output,
            folds,
            seed,
            minRating,
            threads,
        };
        Session.SetAction(
            command,
            async (session, parsed, cancellation) =>
            {
                long start = Stopwatch.GetTimestamp();
                string folder = parsed.GetRequiredValue(output);
                string data = parsed.GetRequiredValue(dataDir);
                ModelConfiguration configuration = ModelConfiguration.Read(
                    parsed.GetRequiredValue(config),
                    KnownModels.Kinds
                );
                AtomicFolder.RefuseForeign(folder, EvaluationFolder.Folder);
                (Dataset dataset, TagApplications tags) = DatasetFolder.ReadWithTags(data, cancellation);
                TagPairs taggers = tags.Pairs(dataset.Users);
                TrainingPlan plan = configuration.Plan(FitOn.TrainValidation);
                var options = new EvaluationOptions { MinRating = parsed.GetValue(minRating) };
                var dealing = Defaults with { Folds = parsed.GetValue(folds), Seed = parsed.GetValue(seed) };
                (EvaluationReport report, IReadOnlyList<ModelEvaluation> each) = await session.RunAsync(
                    $"Cross-validating {configuration.Kind.Name}",
                    progress =>
                    {
                        var context = new TrainingContext
                        {
                            Seed = configuration.Seed,
                            MaxThreads = parsed.GetValue(threads),
                            Progress = progress,
                            Cancellation = cancellation,
                        };
                        IReadOnlyList<ModelEvaluation> evaluations = CrossValidation.Run(
                            dataset,
                            plan,
                            dealing,
                            options,
                            context,
                            taggers
                        );
                        ModelEvaluation merged = CrossValidation.Merge(evaluations);
                        EvaluationReport figures = EvaluationReport.From(merged) with
                        {
                            Run = EvaluateCommand.Facts(start),
                        };
                        EvaluationFolder.Write(folder, merged, figures, evaluations);
                        return (figures, evaluations);
                    }
                );
                EvaluationView.Write(session.Out, report);
                RenderFolds(session.Out, each);
                session.Out.MarkupLineInterpolated(
                    $"Report: {folder}/{EvaluationFolder.ReportFile} ({Numbers.Seconds(Stopwatch.GetElapsedTime(start))})"
                );
                return 0;
            }
        );
        return command;
    }

    private static void RenderFolds(IAnsiConsole console, IReadOnlyList<ModelEvaluation> folds)
    {
        RankingResult[] rankings = [.. folds.Select(fold => fold.Model.Ranking).OfType<RankingResult>()];
        if (rankings.Length > 0)
        {
            RenderSpread(console, "NDCG@10", [.. rankings.Select(result => result.Mean(RankingMetric.Ndcg, Shown))]);
        }

        RatingResult[] ratings = [.. folds.Select(fold => fold.Model.Ratings).OfType<RatingResult>()];
        if (ratings.Length > 0)
        {
            RenderSpread(console, "RMSE", [.. ratings.Select(result => result.Rmse)]);
        }
    }

    private static void RenderSpread(IAnsiConsole console, string metric, double[] values)
    {
        double mean = values.Average();
        double deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
        string each = string.Join(", ", values.Select(value => Numbers.Fixed(value, 4)));
        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"{metric} by fold: {each} (standard deviation {deviation:F4})"
        );
    }
}
