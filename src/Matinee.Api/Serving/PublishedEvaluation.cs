using System.Text.Json;
using Matinee.Api.Contracts;
using Matinee.Core;
using Matinee.Core.Artifacts;
using Matinee.Core.Evaluation.Reports;

namespace Matinee.Api.Serving;

/// <summary>What <c>evaluate</c> found out about the model that is served.</summary>
internal static class PublishedEvaluation
{
    private const string FileName = "metrics.json";

    /// <param name="reportPath">The folder that <c>evaluate</c> wrote.</param>
    /// <returns>Null where there is none, or it is of another model or of other data.</returns>
    /// <exception cref="MatineeException">The file is no report, or can't be read.</exception>
    public static EvaluationAnswer? Read(string reportPath, BundleManifest manifest)
    {
        string file = Path.Combine(reportPath, FileName);
        if (!File.Exists(file))
        {
            return null;
        }

        EvaluationReport report;
        try
        {
            report = EvaluationReport.FromJson(File.ReadAllText(file));
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new MatineeException(
                $"{file} can't be read as an evaluation: {exception.Message} Run 'matinee evaluate' again, or pass another --report-path.",
                exception
            );
        }

        return report.Dataset.Hash == manifest.Dataset.Hash && report.Models[0].Name == manifest.Model
            ? new EvaluationAnswer(
                report.Dataset.Split,
                report.Dataset.Users,
                report.Dataset.TestRatings,
                [
                    .. report.Models.Select(model => new EvaluatedModel(
                        model.Name,
                        [.. model.Ranking.Concat(model.Rating).Select(FigureAnswer.Of)]
                    )),
                ]
            )
            : null;
    }
}
