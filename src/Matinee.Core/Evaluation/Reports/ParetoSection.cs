using System.Globalization;
using System.Text;

namespace Matinee.Core.Evaluation.Reports;

/// <summary>The part of <c>report.md</c> that says what diversity costs.</summary>
internal static class ParetoSection
{
    public static void Append(StringBuilder text, EvaluationReport report)
    {
        if (report.Pareto is not [var plain, ..])
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"## Accuracy against diversity\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{report.Models[0].Name}'s lists at other strengths, top ");
        text.Append(CultureInfo.InvariantCulture, $"{ParetoSweep.Cutoff}; changes are to the first row.\n\n");
        text.Append("| method | strength | ndcg | change | genre diversity | change |\n|---|---|---|---|---|---|\n");
        foreach (ParetoPoint point in report.Pareto)
        {
            string method = point.Method?.ToString().ToLowerInvariant() ?? "none";
            text.Append(CultureInfo.InvariantCulture, $"| {method} | {point.Strength} | {point.Ndcg:F4} | ");
            text.Append(CultureInfo.InvariantCulture, $"{Change(point.Ndcg, plain.Ndcg)} | {point.Diversity:F4} | ");
            text.Append(CultureInfo.InvariantCulture, $"{Change(point.Diversity, plain.Diversity)} |\n");
        }

        text.Append('\n');
    }

    private static string Change(double value, double plain) =>
        plain > 0 ? ((value / plain) - 1).ToString("+0.0%;-0.0%;0.0%", CultureInfo.InvariantCulture) : "–";
}
