using System.Globalization;
using Matinee.Core.Evaluation;
using Matinee.Report.Charts;
using Matinee.Report.Page;

namespace Matinee.Report.Sections;

/// <summary>Accuracy at every list length.</summary>
internal static class CurvesSection
{
    public static Section? Render(ReportContent content)
    {
        if (content.Ranked.Count == 0)
        {
            return null;
        }

        (RankedModel Model, RankingCurves Curves)[] models =
        [
            .. content.Ranked.Select(model =>
                (model, RankingCurves.From(model.Result, content.Evaluation.Task.Ranking.Relevant))
            ),
        ];
        return new Section(
            "curves",
            "At every list length",
            Figure.Row([
                Draw(models, content.K, "NDCG", curves => curves.Ndcg),
                Draw(models, content.K, "Recall", curves => curves.Recall),
                Draw(models, content.K, "Precision", curves => curves.Precision),
            ])
        );
    }

    private static Figure Draw(
        (RankedModel Model, RankingCurves Curves)[] models,
        int k,
        string metric,
        Func<RankingCurves, double[]> pick
    )
    {
        (RankedModel Model, double[] Values)[] curves = [.. models.Select(model => (model.Model, pick(model.Curves)))];
        int longest = curves[0].Values.Length;
        var chart = new Chart(
            // From 0, so that the steps are round; there is no list of length 0.
            Axis.Linear("list length k", 0, longest),
            Axis.Linear(metric, 0, curves.Max(curve => curve.Values.Max()))
        );
        // The evaluated model last, so that it lies on top.
        foreach ((RankedModel model, double[] values) in curves.Reverse())
        {
            chart.Line(
                model.Ink,
                [.. values.Select((value, n) => (n + 1.0, value))],
                model.Ink == Ink.First ? 2.5f : 2
            );
        }

        string finding = string.Join(
            "; ",
            curves.Select(curve =>
                $"{curve.Model.Name}: {Words.Figure(curve.Values[k - 1])} at {k}"
                + (longest > k ? $", {Words.Figure(curve.Values[^1])} at {longest}" : "")
            )
        );
        return new Figure(
            $"curve-{metric.ToLowerInvariant()}",
            metric,
            finding + ".",
            chart,
            [.. curves.Select(curve => new Key(curve.Model.Ink, curve.Model.Name, KeyShape.Line))],
            new DataTable(
                $"{metric} by list length",
                ["k", .. curves.Select(curve => curve.Model.Name)],
                Enumerable
                    .Range(1, longest)
                    .Select(length =>
                        (IReadOnlyList<object>)
                            [
                                length.ToString(CultureInfo.InvariantCulture),
                                .. curves.Select(curve => Words.Figure(curve.Values[length - 1])),
                            ]
                    )
            )
        );
    }
}
