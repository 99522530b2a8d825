using System.Globalization;
using System.Xml.Linq;
using Matinee.Core.Evaluation.Reports;
using Matinee.Report.Page;

namespace Matinee.Report.Sections;

/// <summary>What the split lets through to the model, and whether the reasons it gives hold.</summary>
internal static class AuditSection
{
    public static Section? Render(ReportContent content)
    {
        EvaluationReport figures = content.Figures;
        if (figures.Audit is not { } audit)
        {
            return null;
        }

        var table = new DataTable(
            "Leakage audit",
            ["What the split lets through", "Count", "Share"],
            AuditLine
                .Of(audit)
                .Select(line => (IReadOnlyList<object>)[line.What, Words.Count(line.Count), line.ShareText])
        );
        XElement? reasons = figures.Faithfulness is { } tested
            ? new XElement(
                "p",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Reasons: in {Words.Percent(tested.Rate)} of {tested.Cases} recommendations, taking the movie named first "
                ),
                "out of the history lowers the score more than taking out a random one (95% interval ",
                $"{Words.Percent(tested.Low)} to {Words.Percent(tested.High)})."
            )
            : null;
        return new Section("audit", "Leakage audit", table.ToElement(), reasons);
    }
}
