using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;

namespace Matinee.Report;

/// <summary>One figure by stratum.</summary>
/// <param name="Name">What the strata are of: <c>user activity</c>.</param>
/// <param name="Metric">What the bars' height is: <c>NDCG@10</c>.</param>
/// <param name="CountedIn">What <see cref="StratumBar.Count"/> counts: <c>users</c>, <c>pairs</c>.</param>
internal sealed record StrataBars(string Name, string Metric, string CountedIn, IReadOnlyList<StratumBar> Bars)
{
    /// <summary>A chart per grouping, with a bar per model and stratum.</summary>
    public static IReadOnlyList<StrataBars> Of(EvaluationReport figures)
    {
        (ModelFigures Model, StratumFigure Figure)[] all =
        [
            .. figures.Models.SelectMany(model => (model.Strata ?? []).Select(figure => (model, figure))),
        ];
        return
        [
            .. all.GroupBy(pair => pair.Figure.Grouping)
                .Select(grouping =>
                {
                    StratumFigure first = grouping.First().Figure;
                    string metric = first.Metric == MetricNames.Of(RankingMetric.Ndcg) ? "NDCG" : "Recall";
                    return new StrataBars(
                        grouping.Key,
                        $"{metric}@{first.K}",
                        grouping.Key == Core.Evaluation.Strata.UserActivity ? "users" : "held-out ratings",
                        [
                            .. grouping
                                .OrderBy(pair => Place(grouping, pair.Figure))
                                .Select(pair => Bar(pair.Model, pair.Figure)),
                        ]
                    );
                }),
        ];
    }

    private static int Place(IEnumerable<(ModelFigures Model, StratumFigure Figure)> grouping, StratumFigure figure) =>
        grouping.Select(pair => pair.Figure.Stratum).Distinct().ToList().IndexOf(figure.Stratum);

    private static StratumBar Bar(ModelFigures model, StratumFigure figure) =>
        new(model.Name, figure.Stratum, figure.Size, figure.Value, figure.Low, figure.High);
}

/// <param name="Series">The model; bars of a stratum stand side by side.</param>
/// <param name="Stratum">Such as <c>21 to 100 ratings</c>.</param>
/// <param name="Low">Lower end of the 95% interval; null where there is none.</param>
internal sealed record StratumBar(string Series, string Stratum, int Count, double Value, double? Low, double? High);
