using Matinee.Core.Artifacts;
using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;

namespace Matinee.Data;

/// <summary>Everything that an evaluation leaves behind, written whole or not at all.</summary>
public static class EvaluationFolder
{
    public const string MetricsFile = "metrics.json";
    public const string ReportFile = "report.md";
    public const string PerUserFile = "per_user.parquet";
    public const string TopNFile = "topn.csv";
    public const string PredictionsFile = "predictions.csv";

    public static bool IsEvaluation(string path) => File.Exists(Path.Combine(path, MetricsFile));

    /// <summary>Lists where the model ranks, predictions where it rates.</summary>
    public static void Write(string path, ModelEvaluation evaluation, EvaluationReport report) =>
        AtomicFolder.Write(
            path,
            IsEvaluation,
            folder =>
            {
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
            }
        );
}
