using System.Xml.Linq;
using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;
using Matinee.Report.Charts;
using Matinee.Report.Page;
using Matinee.Report.Sections;

namespace Matinee.Report;

/// <summary>
/// An evaluation as one page for a browser: no script, nothing loaded from anywhere, readable on a phone, in the dark
/// and on paper.
/// </summary>
public static class HtmlReport
{
    private static readonly Func<ReportContent, Section?>[] Sections =
    [
        ResultsSection.Render,
        SetupSection.Render,
        CurvesSection.Render,
        ShortHistoriesSection.Render,
        StrataSection.Render,
        BeyondAccuracySection.Render,
        RatingsSection.Render,
        SamplesSection.Render,
        AuditSection.Render,
    ];

    /// <param name="figures">The evaluation's published figures; the page shows these, to four digits.</param>
    /// <returns>HTML that is well-formed XML too.</returns>
    public static string Render(ModelEvaluation evaluation, EvaluationReport figures, ReportExtras extras)
    {
        var content = new ReportContent(evaluation, figures, extras);
        Section[] sections = [.. Sections.Select(render => render(content)).OfType<Section>()];
        string title = $"Evaluation of {figures.Models[0].Name}";
        return PageFrame.Write(
            title,
            Header.Render(title, content),
            sections,
            $"Written by Matinee {figures.MatineeVersion}. The tables' figures are in metrics.json, "
                + "every user's in per_user.parquet; docs/evaluation.md defines the metrics."
        );
    }

    /// <summary>
    /// Draws a chart that nobody sees. The first one takes a third of a second, for loading and compiling; a caller with
    /// an idle core gets that over beside its other work.
    /// </summary>
    public static void WarmUp()
    {
        var chart = new Chart(Axis.Linear("", 0, 1), Axis.Linear("", 0, 1));
        chart.Line(Ink.First, [(0, 0), (1, 1)]);
        chart.Bar(Ink.First, 0, 1, 1);
        chart.Mark(Ink.First, 1, 1);
        _ = Html.Write(new XElement("html", chart.ToSvg("none", "")));
    }
}
