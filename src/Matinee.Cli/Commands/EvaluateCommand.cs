using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Matinee.Cli.Terminal;
using Matinee.Core.Artifacts;
using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Data;
using Matinee.Data.Folders;
using Matinee.Report;
using Spectre.Console;

namespace Matinee.Cli.Commands;

/// <summary><c>evaluate</c>: model bundle + its dataset → report.</summary>
internal static class EvaluateCommand
{
    public const string DefaultOutputDir = "reports/default";

    private static readonly RankingMetric[] Shown =
    [
        RankingMetric.Ndcg,
        RankingMetric.Recall,
        RankingMetric.Precision,
        RankingMetric.Map,
        RankingMetric.Mrr,
        RankingMetric.HitRate,
    ];

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
        Option<double> minRating = CommonOptions.Number(
            "--min-rating",
            new EvaluationOptions().MinRating,
            5,
            "Stars from which a held-out movie counts as relevant; 0: every rated movie does."
        );
        Option<double> diversity = CommonOptions.Diversity();
        Option<int> resamples = CommonOptions.Whole(
            "--resamples",
            new EvaluationOptions().Resamples,
            100,
            "Bootstrap resamples behind the 95% intervals."
        );
        var command = new Command("evaluate", "Measure a model on the test part, beside popularity and bias.")
        {
            dataDir,
            modelPath,
            output,
            batchSize,
            minRating,
            diversity,
            resamples,
        };
        Session.SetAction(
            command,
            async (session, parsed, cancellation) =>
            {
                var options = new EvaluationOptions
                {
                    BatchSize = parsed.GetValue(batchSize),
                    MinRating = parsed.GetValue(minRating),
                    Diversity = parsed.GetValue(diversity),
                    Resamples = parsed.GetValue(resamples),
                };
                await RunAsync(
                    session,
                    parsed.GetRequiredValue(dataDir),
                    parsed.GetRequiredValue(modelPath),
                    parsed.GetRequiredValue(output),
                    options,
                    cancellation
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
        CancellationToken cancellation
    )
    {
        long start = Stopwatch.GetTimestamp();
        AtomicFolder.RefuseForeign(outputDir, EvaluationFolder.Folder);
        // The first chart is slow to come; reading and ranking leave a core idle now and then. If it can't be drawn, the
        // report will fail and say why.
        _ = Task.Run(HtmlReport.WarmUp, cancellation);
        ModelBundle bundle = ModelBundle.Load(modelPath, ModelKinds.Core);
        Dataset dataset = DatasetFolder.Read(dataDir, cancellation);
        EvaluationReport report = await session.RunAsync(
            "Evaluating",
            progress =>
            {
                var done = new FractionProgress(progress);
                ModelEvaluation evaluation = ModelEvaluation.Run(dataset, bundle, options, done, cancellation);
                var figures = EvaluationReport.From(evaluation);
                EvaluationFolder.Write(
                    outputDir,
                    evaluation,
                    figures,
                    () => HtmlReport.Render(evaluation, figures, Extras(dataDir, modelPath))
                );
                return figures;
            }
        );
        Render(session.Out, report);
        session.Out.MarkupLineInterpolated(
            $"Report: {outputDir}/{EvaluationFolder.HtmlFile} ({Numbers.Seconds(Stopwatch.GetElapsedTime(start))})"
        );
    }

    private static ReportExtras Extras(string dataDir, string modelPath)
    {
        using var process = Process.GetCurrentProcess();
        return new ReportExtras { Run = new RunFacts(dataDir, modelPath, process.PeakWorkingSet64) };
    }

    private static void Render(IAnsiConsole console, EvaluationReport report)
    {
        if (report.Dataset.Simulated)
        {
            console.MarkupLine("[yellow]Simulated ratings: these figures say that it works, not how people rate.[/]");
        }

        const int K = 10;
        Table table = new Table().Border(TableBorder.Rounded).AddColumn("top 10");
        foreach (RankingMetric metric in Shown)
        {
            table.AddColumn(new TableColumn(Header(metric)).RightAligned());
        }

        table.AddColumn(new TableColumn("cover").RightAligned());
        foreach (ModelFigures model in report.Models.Where(model => model.Ranking.Count > 0))
        {
            IEnumerable<string> cells = Shown
                .Select(MetricNames.Of)
                .Append(MetricNames.Coverage)
                .Select(metric => Numbers.Fixed(model.Find(metric, K)?.Value ?? 0, 4));
            table.AddRow([Markup.Escape(model.Name), .. cells]);
        }

        console.Write(table);
        Figure? ndcg = report.Models[0].Find(MetricNames.Of(RankingMetric.Ndcg), K);
        if (ndcg is { Low: { } low, High: { } high })
        {
            console.MarkupLineInterpolated(
                CultureInfo.InvariantCulture,
                $"{report.Models[0].Name}: NDCG@10 {ndcg.Value:F4}, 95% interval [[{low:F4}, {high:F4}]] over {report.Protocol.Users} users"
            );
        }

        foreach (ModelFigures model in report.Models.Where(model => model.Rating.Count > 0))
        {
            console.MarkupLineInterpolated(
                CultureInfo.InvariantCulture,
                $"{model.Name}: RMSE {model.Find(MetricNames.Rmse)?.Value:F4}, MAE {model.Find(MetricNames.Mae)?.Value:F4} over {report.Dataset.TestRatings} ratings"
            );
        }
    }

    private static string Header(RankingMetric metric) =>
        metric switch
        {
            RankingMetric.Ndcg => "NDCG",
            RankingMetric.Map => "MAP",
            RankingMetric.Mrr => "MRR",
            RankingMetric.HitRate => "hit",
            RankingMetric.Precision => "prec",
            _ => MetricNames.Of(metric),
        };

    private sealed class FractionProgress(IProgress<TrainingProgress> inner) : IProgress<double>
    {
        public void Report(double value) => inner.Report(new TrainingProgress("ranking for every user", value, null));
    }
}
