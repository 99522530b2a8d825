using System.Globalization;
using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;

namespace Matinee.Report;

/// <summary>One figure by stratum.</summary>
/// <param name="Name">What the strata are of: <c>user activity</c>.</param>
/// <param name="Metric">What the bars' height is: <c>NDCG@10</c>.</param>
/// <param name="CountedIn">What <see cref="StratumFigure.Size"/> counts: <c>users</c>.</param>
internal sealed record StrataBars(string Name, string Metric, string CountedIn, IReadOnlyList<StratumBar> Bars)
{
    /// <summary>A chart per grouping of the lists, with a bar per model and stratum.</summary>
    public static IReadOnlyList<StrataBars> Of(EvaluationReport figures) =>
        Of(
            figures,
            model => model.Strata,
            first =>
                (first.Metric == MetricNames.Of(RankingMetric.Ndcg) ? "NDCG" : "Recall")
                + string.Create(CultureInfo.InvariantCulture, $"@{first.K}"),
            first => first.Grouping == Strata.UserActivity ? "users" : "held-out ratings"
        );

    /// <summary>The same of predicted ratings.</summary>
    public static IReadOnlyList<StrataBars> OfRatings(EvaluationReport figures) =>
        Of(figures, model => model.RatingStrata, _ => "RMSE", _ => "held-out ratings");

    private static IReadOnlyList<StrataBars> Of(
        EvaluationReport figures,
        Func<ModelFigures, IReadOnlyList<StratumFigure>?> strataOf,
        Func<StratumFigure, string> metric,
        Func<StratumFigure, string> countedIn
    )
    {
        (ModelFigures Model, StratumFigure Figure)[] all =
        [
            .. figures.Models.SelectMany(model => (strataOf(model) ?? []).Select(figure => (model, figure))),
        ];
        return
        [
            .. all.GroupBy(pair => pair.Figure.Grouping)
                .Select(grouping =>
                {
                    StratumFigure first = grouping.First().Figure;
                    return new StrataBars(
                        grouping.Key,
                        metric(first),
                        countedIn(first),
                        [
                            .. grouping
                                .OrderBy(pair => Place(grouping, pair.Figure))
                                .Select(pair => new StratumBar(pair.Model.Name, pair.Figure)),
                        ]
                    );
                }),
        ];
    }

    private static int Place(IEnumerable<(ModelFigures Model, StratumFigure Figure)> grouping, StratumFigure figure) =>
        grouping.Select(pair => pair.Figure.Stratum).Distinct().ToList().IndexOf(figure.Stratum);
}

/// <param name="Series">The model; bars of a stratum stand side by side.</param>
internal readonly record struct StratumBar(string Series, StratumFigure Figure);
