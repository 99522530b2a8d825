using Matinee.Core.Artifacts;
using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;

namespace Matinee.Data;

/// <summary>Everything that an evaluation leaves behind, written whole or not at all.</summary>
public static class EvaluationFolder
{
    public const string MetricsFile = "metrics.json";
    public const string ReportFile = "report.md";
    public const string HtmlFile = "report.html";
    public const string PerUserFile = "per_user.parquet";
    public const string StrataFile = "strata.parquet";
    public const string TopNFile = "topn.csv";
    public const string PredictionsFile = "predictions.csv";
    private const string FoldsFolder = "folds";
    private const string TestPairsFile = "test.csv";

    /// <summary>What an evaluation looks like on disk.</summary>
    public static FolderKind Folder { get; } =
        new(
            IsEvaluation,
            [MetricsFile, ReportFile, HtmlFile, PerUserFile, StrataFile, TopNFile, PredictionsFile, FoldsFolder]
        );

    /// <summary>Lists where the model ranks, predictions where it rates.</summary>
    /// <param name="html">Content of the page for a browser; null for none.</param>
    public static void Write(
        string path,
        ModelEvaluation evaluation,
        EvaluationReport report,
        Func<string>? html = null
    ) =>
        AtomicFolder.Write(
            path,
            Folder,
            folder =>
            {
                // The page takes about as long as all the other files; they are made side by side.
                Task<string>? page = html is null ? null : Task.Run(html);
                WriteFiles(folder, evaluation, report);
                if (page is not null)
                {
                    File.WriteAllText(Path.Combine(folder, HtmlFile), page.GetAwaiter().GetResult());
                }
            }
        );

    /// <summary>A cross-validation: its summary as an evaluation, and each fold's evaluation under <c>folds/</c>.</summary>
    public static void Write(
        string path,
        ModelEvaluation merged,
        EvaluationReport report,
        IReadOnlyList<ModelEvaluation> folds
    ) =>
        AtomicFolder.Write(
            path,
            Folder,
            folder =>
            {
                WriteSummary(folder, merged, report);
                foreach ((int n, ModelEvaluation fold) in folds.Index())
                {
                    string place = Path.Combine(folder, FoldsFolder, $"{n + 1}");
                    Directory.CreateDirectory(place);
                    WriteFiles(place, fold, EvaluationReport.From(fold));
                    ListFiles.WritePairs(
                        Path.Combine(place, TestPairsFile),
                        fold.Task.Users,
                        fold.Dataset.Catalog,
                        fold.Task.HeldOut
                    );
                }
            }
        );

    // Each table takes seconds where hundreds of thousands of people were asked; they are made side by side.
    private static void WriteFiles(string folder, ModelEvaluation evaluation, EvaluationReport report) =>
        Task.WhenAll(
                Task.Run(() => WriteSummary(folder, evaluation, report)),
                Task.Run(() => WriteLists(folder, evaluation)),
                Task.Run(() => StrataTable.Write(Path.Combine(folder, StrataFile), evaluation, WhatWasAsked(report)))
            )
            .GetAwaiter()
            .GetResult();

    private static void WriteLists(string folder, ModelEvaluation evaluation)
    {
        if (evaluation.Model.Ranking is { } ranking)
        {
            ListFiles.WriteTopN(
                Path.Combine(folder, TopNFile),
                evaluation.Task.Users,
                evaluation.Dataset.Catalog,
                ranking
            );
        }

        if (evaluation.Model.Ratings is { } ratings)
        {
            ListFiles.WritePredictions(Path.Combine(folder, PredictionsFile), evaluation.Dataset, ratings);
        }
    }

    private static void WriteSummary(string folder, ModelEvaluation evaluation, EvaluationReport report)
    {
        File.WriteAllText(Path.Combine(folder, MetricsFile), report.ToJson());
        File.WriteAllText(Path.Combine(folder, ReportFile), MarkdownReport.Render(report));
        PerUserTable.Write(Path.Combine(folder, PerUserFile), evaluation, WhatWasAsked(report));
    }

    // A table that is passed on without its folder still says what it is of.
    private static Dictionary<string, string> WhatWasAsked(EvaluationReport report) =>
        new()
        {
            ["dataset_hash"] = report.Dataset.Hash,
            ["protocol_hash"] = report.Protocol.Hash ?? "",
            ["ranking"] = report.Protocol.Ranking,
            ["ties"] = report.Protocol.Ties,
        };

    // Many programs write a metrics.json; ours reads back as a report.
    private static bool IsEvaluation(string path)
    {
        try
        {
            return EvaluationReport.FromJson(File.ReadAllText(Path.Combine(path, MetricsFile))).Models.Count > 0;
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or System.Text.Json.JsonException)
        {
            return false;
        }
    }
}
