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
    public const string TopNFile = "topn.csv";
    public const string PredictionsFile = "predictions.csv";

    /// <summary>What an evaluation looks like on disk.</summary>
    public static FolderKind Folder { get; } =
        new(IsEvaluation, [MetricsFile, ReportFile, HtmlFile, PerUserFile, TopNFile, PredictionsFile]);

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
                File.WriteAllText(Path.Combine(folder, MetricsFile), report.ToJson());
                File.WriteAllText(Path.Combine(folder, ReportFile), MarkdownReport.Render(report));
                if (evaluation.Model.Ranking is { } ranking)
                {
                    ListFiles.WriteTopN(Path.Combine(folder, TopNFile), evaluation.Dataset, ranking);
                }

                if (evaluation.Model.Ratings is { } ratings)
                {
                    ListFiles.WritePredictions(Path.Combine(folder, PredictionsFile), evaluation.Dataset, ratings);
                }

                PerUserTable.Write(Path.Combine(folder, PerUserFile), evaluation);
                if (page is not null)
                {
                    File.WriteAllText(Path.Combine(folder, HtmlFile), page.GetAwaiter().GetResult());
                }
            }
        );

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
