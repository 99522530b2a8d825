using System.Xml.Linq;
using Matinee.Report.Charts;
using Matinee.Report.Page;

namespace Matinee.Report.Tuning;

/// <summary>A search as a page for a browser, and its course as an SVG that stands on its own.</summary>
public static class TuningPage
{
    /// <returns>HTML that is well-formed XML too.</returns>
    public static string Render(TuningContent content)
    {
        string title = $"Tuning of {content.Model}";
        var charts = new TuningCharts(content);
        return PageFrame.Write(
            title,
            new XElement(
                "header",
                new XElement("h1", title),
                new XElement("p", new XAttribute("class", "lead"), Finding(content)),
                new XElement(
                    "p",
                    new XAttribute("class", "note"),
                    "The best of many trials on one validation part looks better than it is, the more so the more trials there "
                        + "are. How good it is, only an evaluation on the test part says."
                )
            ),
            [
                new Section("trials", "Trials", Figure.Row([Course(content, charts)])),
                new Section(
                    "options",
                    "Options",
                    new XElement(
                        "p",
                        "Every trial in every chart, the best one larger. The other options differ from mark to mark, so a "
                            + "chart shows where good values lie, not what an option does by itself."
                    ),
                    Figure.Row(content.Variables.Select((option, n) => Scatter(content, charts, n)))
                ),
                new Section("setup", "Search", Facts(content)),
            ],
            $"Written by Matinee {content.MatineeVersion}. trials.csv has every trial, best.yaml the best as a configuration."
        );
    }

    /// <summary>The value of every trial, and of the best so far.</summary>
    public static string Draw(TuningContent content) =>
        StandaloneSvg.Of(
            new TuningCharts(content).ByTrial().ToSvg("tuning", Finding(content)),
            [(Ink.First, "trial"), (Ink.Second, "best so far")]
        );

    private static Figure Course(TuningContent content, TuningCharts charts)
    {
        string beyond = charts.Beyond > 0 ? $" {charts.Beyond} worse than the rest are drawn at the edge." : "";
        return new Figure(
            "course",
            $"Validation {content.Metric} by trial",
            Finding(content) + beyond,
            charts.ByTrial(),
            [new Key(Ink.First, "trial", KeyShape.Dot), new Key(Ink.Second, "best so far", KeyShape.Line)],
            new DataTable(
                "Trials with their options and values",
                ["Trial", .. content.Variables.Select(option => option.Name), content.Metric],
                content.Trials.Select(trial =>
                    (IReadOnlyList<object>)
                        [
                            Words.Count(trial.Number),
                            .. trial.Texts,
                            trial.Value is { } value ? Words.Figure(value) : $"failed: {trial.Failure}",
                        ]
                )
            )
        );
    }

    private static Figure Scatter(TuningContent content, TuningCharts charts, int n)
    {
        string name = content.Variables[n].Name;
        return new Figure(
            $"option-{n + 1}",
            name,
            $"The best trial has {content.Best.Texts[n]}.",
            charts.ByOption(n),
            [],
            new DataTable(
                $"Trials by {name}, the best first",
                [name, content.Metric],
                content
                    .Trials.Where(trial => trial.Value is not null)
                    .OrderBy(trial => content.LowerIsBetter ? trial.Value : -trial.Value)
                    .Select(trial => (IReadOnlyList<object>)[trial.Texts[n], Words.Figure(trial.Value!.Value)])
            )
        );
    }

    private static string Finding(TuningContent content)
    {
        int failed = content.Trials.Count(trial => trial.Value is null);
        return $"The best of {Words.Count(content.Trials.Count)} trials has a validation {content.Metric} of "
            + $"{Words.Figure(content.Best.Value!.Value)} (trial {content.Best.Number})"
            + (content.Trials[0].Value is { } first ? $"; the first has {Words.Figure(first)}" : "")
            + (failed > 0 ? $"; {Words.Count(failed)} failed." : ".");
    }

    private static XElement Facts(TuningContent content) =>
        new(
            "dl",
            content.Facts.Select(fact => new XElement(
                "div",
                new XElement("dt", fact.Name),
                new XElement("dd", fact.Value)
            ))
        );
}
