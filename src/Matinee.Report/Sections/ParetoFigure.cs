using Matinee.Core.Evaluation;
using Matinee.Core.Ranking.Controls;
using Matinee.Report.Charts;
using Matinee.Report.Page;

namespace Matinee.Report.Sections;

/// <summary>What more diverse lists cost in accuracy.</summary>
internal static class ParetoFigure
{
    public static Figure? Draw(ReportContent content)
    {
        if (content.Figures.Pareto is not [var plain, _, ..] points)
        {
            return null;
        }

        // Every method starts from the lists that nothing was done to.
        (string Name, ParetoPoint[] Points)[] methods =
        [
            .. points
                .Where(point => point.Method is not null)
                .GroupBy(point => point.Method!.Value)
                .Select(method => (Name(method.Key), method.Prepend(plain).ToArray())),
        ];
        var chart = new Chart(
            Axis.Linear("genre diversity", points.Min(point => point.Diversity), points.Max(point => point.Diversity)),
            Axis.Linear("NDCG@10", points.Min(point => point.Ndcg), points.Max(point => point.Ndcg))
        );
        for (int n = 0; n < methods.Length; n++)
        {
            Ink ink = Inks.OfSeries(n);
            chart.Line(ink, [.. methods[n].Points.Select(point => (point.Diversity, point.Ndcg))]);
            foreach (ParetoPoint point in methods[n].Points)
            {
                chart.Mark(ink, point.Diversity, point.Ndcg);
            }

            ParetoPoint last = methods[n].Points[^1];
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
            [.. methods.Select((method, n) => new Key(Inks.OfSeries(n), method.Name, KeyShape.Line))],
            new DataTable(
                "Accuracy and diversity by method and strength",
                ["Method", "Strength", "NDCG@10", "Genre diversity"],
                points.Select(point =>
                    (IReadOnlyList<object>)
                        [
                            point.Method is { } method ? Name(method) : "none",
                            Words.Short(point.Strength),
                            Words.Figure(point.Ndcg),
                            Words.Figure(point.Diversity),
                        ]
                )
            )
        );
    }

    private static string Way((string Name, ParetoPoint[] Points) method)
    {
        ParetoPoint first = method.Points[0];
        ParetoPoint last = method.Points[^1];
        return $"{method.Name}: from strength {Words.Short(first.Strength)} to {Words.Short(last.Strength)}, NDCG goes from "
            + $"{Words.Figure(first.Ndcg)} to {Words.Figure(last.Ndcg)} and diversity from "
            + $"{Words.Figure(first.Diversity)} to {Words.Figure(last.Diversity)}";
    }

    private static string Name(DiversityMethod method) => method.ToString().ToUpperInvariant();
}
