using Matinee.Core.Evaluation.Reports;
using Matinee.Report.Charts;
using Matinee.Report.Page;
using Figure = Matinee.Report.Page.Figure;

namespace Matinee.Report.Sections;

/// <summary>Whom the model serves: its figures by kinds of users and movies.</summary>
internal static class StrataSection
{
    public static Section? Render(ReportContent content)
    {
        Figure[] figures = [.. StrataBars.Of(content.Figures).Select((group, n) => Draw(group, $"strata-{n + 1}"))];
        return figures.Length == 0 ? null : new Section("strata", "By users and movies", Figure.Row(figures));
    }

    /// <param name="id">Unique on the page.</param>
    public static Figure Draw(StrataBars group, string id)
    {
        string[] strata = [.. group.Bars.Select(bar => bar.Figure.Stratum).Distinct()];
        string[] series = [.. group.Bars.Select(bar => bar.Series).Distinct()];
        double lowest = group.Bars.Min(bar => bar.Figure.Low ?? bar.Figure.Value);
        double highest = group.Bars.Max(bar => bar.Figure.High ?? bar.Figure.Value);
        var chart = new Chart(
            Axis.Names("", strata),
            Axis.Linear(group.Metric, Math.Min(0, lowest), Math.Max(highest, Math.Min(0, lowest) + 1e-6))
        );
        double width = 0.8 / series.Length;
        foreach ((string model, StratumFigure figure) in group.Bars)
        {
            int place = Array.IndexOf(series, model);
            double x = Array.IndexOf(strata, figure.Stratum) + ((place - ((series.Length - 1) / 2.0)) * width);
            chart.Bar(Inks.OfSeries(place), x, figure.Value, width * 0.92);
            if (figure is { Low: { } low, High: { } high })
            {
                chart.Interval(x, low, high);
            }
        }

        return new Figure(
            id,
            $"{group.Metric} by {group.Name}",
            Finding(group, series[0]),
            chart,
            series.Length > 1 ? [.. series.Select((name, n) => new Key(Inks.OfSeries(n), name, KeyShape.Box))] : [],
            new DataTable(
                $"{group.Metric} by {group.Name}",
                [group.Name, "Model", group.CountedIn, group.Metric, "95% interval"],
                group.Bars.Select(bar =>
                    (IReadOnlyList<object>)
                        [
                            bar.Figure.Stratum,
                            bar.Series,
                            Words.Count(bar.Figure.Size),
                            Words.Figure(bar.Figure.Value),
                            bar.Figure is { Low: { } low, High: { } high } ? Words.Interval(low, high) : "–",
                        ]
                )
            )
        );
    }

    private static string Finding(StrataBars group, string first) =>
        $"{first}: "
        + string.Join(
            "; ",
            group
                .Bars.Where(bar => bar.Series == first)
                .Select(bar =>
                    $"{bar.Figure.Stratum} {Words.Figure(bar.Figure.Value)} ({Words.Count(bar.Figure.Size)} {group.CountedIn})"
                )
        )
        + ".";
}
