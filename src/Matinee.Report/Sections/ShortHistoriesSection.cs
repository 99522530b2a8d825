using System.Globalization;
using System.Xml.Linq;
using Matinee.Report.Page;

namespace Matinee.Report.Sections;

/// <summary>New people after their first ratings.</summary>
internal static class ShortHistoriesSection
{
    public static Section? Render(ReportContent content)
    {
        if (content.Figures.ShortHistories is not { Count: > 0 } figures)
        {
            return null;
        }

        var table = new DataTable(
            "New people after their first ratings",
            ["Ratings known", $"NDCG@{figures[0].K}", "Popularity", "Difference, 95% interval", "p"],
            figures.Select(figure =>
                (IReadOnlyList<object>)
                    [
                        Words.Count(figure.Given),
                        Words.Figure(figure.Ndcg),
                        Words.Figure(figure.PopularityNdcg),
                        $"{Words.Figure(figure.Ndcg - figure.PopularityNdcg)} "
                            + $"({Words.Interval(figure.DifferenceLow, figure.DifferenceHigh)})",
                        figure.PValue.ToString("F4", CultureInfo.InvariantCulture),
                    ]
            )
        );
        return new Section(
            "first-ratings",
            "First ratings",
            new XElement(
                "p",
                "People the model has never seen. A short history leans on popularity and lets it go as ratings come."
            ),
            table.ToElement()
        );
    }
}
