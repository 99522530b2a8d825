using System.Xml.Linq;
using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;
using Matinee.Core.Texts;

namespace Matinee.Report.Sections;

/// <summary>The title, the result in a sentence, and the warning that simulated data need.</summary>
internal static class Header
{
    public static XElement Render(string title, ReportContent content) =>
        new(
            "header",
            new XElement("h1", title),
            new XElement("p", new XAttribute("class", "lead"), Result(content)),
            content.Figures.Protocol.IsSampled
                ? new XElement(
                    "p",
                    new XAttribute("class", "warning"),
                    new XElement("strong", $"Ranking is {content.Figures.Protocol.Ranking}. "),
                    "Sampled figures are no estimate of full ones and can reverse the order of models."
                )
                : null,
            content.Figures.Dataset.Simulated
                ? new XElement(
                    "p",
                    new XAttribute("class", "warning"),
                    new XElement("strong", "Simulated ratings. "),
                    "These figures say that the software works, not how people rate."
                )
                : null
        );

    private static string Result(ReportContent content)
    {
        EvaluationReport figures = content.Figures;
        string ndcg = MetricNames.Of(RankingMetric.Ndcg);
        ModelFigures model = figures.Models[0];
        if (model.Find(ndcg, content.K) is { Low: { } low, High: { } high } accuracy)
        {
            string others = WordList.And([
                .. figures
                    .Models.Skip(1)
                    .Where(other => other.Find(ndcg, content.K) is not null)
                    .Select(other => $"{other.Name} {Words.Figure(other.Find(ndcg, content.K)!.Value)}"),
            ]);
            return $"{model.Name} reaches {(figures.Protocol.IsSampled ? "a sampled" : "an")} NDCG@{content.K} of {Words.Figure(accuracy.Value)} over "
                + $"{Words.Count(figures.Protocol.Users)} {(figures.Protocol.UsersDrawnFrom is null ? "" : "drawn ")}users (95% interval {Words.Interval(low, high)})"
                + (others.Length > 0 ? $"; {others}." : ".");
        }

        return model.Find(MetricNames.Rmse) is { } rmse
            ? $"{model.Name} predicts {Words.Count(figures.Dataset.TestRatings)} ratings with an RMSE of {Words.Figure(rmse.Value)} stars."
            : "No user has a relevant movie in the test part, so there is nothing to rank.";
    }
}
