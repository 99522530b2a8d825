using Matinee.Report.Charts;
using Matinee.Report.Page;

namespace Matinee.Report.Sections;

/// <summary>What more diverse lists cost in accuracy.</summary>
internal static class ParetoFigure
{
    public static Figure? Draw(ReportContent content)
    {
        IReadOnlyList<ParetoPoint> points = content.Extras.Pareto;
        if (points.Count == 0)
        {
            return null;
        }

        ParetoPoint[][] methods = [.. points.GroupBy(point => point.Method).Select(method => method.ToArray())];
        var chart = new Chart(
            Axis.Linear("genre diversity", points.Min(point => point.Diversity), points.Max(point => point.Diversity)),
            Axis.Linear("NDCG@10", points.Min(point => point.Ndcg), points.Max(point => point.Ndcg))
        );
        for (int n = 0; n < methods.Length; n++)
        {
            Ink ink = Inks.OfSeries(n);
            chart.Line(ink, [.. methods[n].Select(point => (point.Diversity, point.Ndcg))]);
            foreach (ParetoPoint point in methods[n])
            {
                chart.Mark(ink, point.Diversity, point.Ndcg);
            }

            ParetoPoint last = methods[n][^1];
            chart.Note(last.Diversity, last.Ndcg, Words.Short(last.Strength));
        }

        string finding =
            string.Join("; ", methods.Select(Way))
            + ". The number beside a line's end is its strength; up and right is better.";
        return new Figure(
            "pareto",
            "Accuracy against diversity",
            finding,
            chart,
            [.. methods.Select((method, n) => new Key(Inks.OfSeries(n), method[0].Method, KeyShape.Line))],
            new DataTable(
                "Accuracy and diversity by method and strength",
                ["Method", "Strength", "NDCG@10", "Genre diversity"],
                points.Select(point =>
                    (IReadOnlyList<object>)
                        [
                            point.Method,
                            Words.Short(point.Strength),
                            Words.Figure(point.Ndcg),
                            Words.Figure(point.Diversity),
                        ]
                )
            )
        );
    }

    private static string Way(ParetoPoint[] method)
    {
        ParetoPoint first = method[0];
        ParetoPoint last = method[^1];
        return method.Length == 1
            ? $"{first.Method}: NDCG {Words.Figure(first.Ndcg)} at diversity {Words.Figure(first.Diversity)}"
            : $"{first.Method}: from strength {Words.Short(first.Strength)} to {Words.Short(last.Strength)}, NDCG goes from "
                + $"{Words.Figure(first.Ndcg)} to {Words.Figure(last.Ndcg)} and diversity from "
                + $"{Words.Figure(first.Diversity)} to {Words.Figure(last.Diversity)}";
    }
}
