using System.Globalization;
using System.Xml.Linq;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;
using Matinee.Report.Page;

namespace Matinee.Report.Sections;

/// <summary>The evaluated model's lists for three users, beside what they liked and what they turned out to watch.</summary>
internal static class SamplesSection
{
    private const int Favourites = 5;
    private const int Places = 10;
    private static readonly double[] Shares = [0.25, 0.5, 0.75];

    public static Section? Render(ReportContent content)
    {
        if (content.Evaluation.Model.Ranking is not { Users.Count: > 0 } ranking)
        {
            return null;
        }

        InteractionMatrix histories = content.Evaluation.Task.Ranking.Histories;
        int[] rows = Quartiles([.. ranking.Users.Select(histories.RowLength)]);
        return new Section(
            "samples",
            "Lists of three users",
            new XElement(
                "p",
                "Users in the middle of the less active half, of all, and of the more active half. Marked are the movies "
                    + "of the test part: the model did not know them, and the user did rate them."
            ),
            new XElement(
                "div",
                new XAttribute("class", "samples"),
                rows.Select(row => User(content, ranking.Users[row], ranking.Lists[row]))
            )
        );
    }

    /// <summary>Rows a quarter, half and three quarters through the users by activity; equals by row.</summary>
    internal static int[] Quartiles(IReadOnlyList<int> activity)
    {
        int[] order = [.. Enumerable.Range(0, activity.Count).OrderBy(row => activity[row])];
        return [.. Shares.Select(share => order[(int)(share * (order.Length - 1))]).Distinct()];
    }

    private static XElement User(ReportContent content, int user, ScoredItem[] list)
    {
        Dataset dataset = content.Evaluation.Dataset;
        UserHistory history = content.Evaluation.Task.Ranking.Histories.History(new UserIndex(user));
        InteractionMatrix relevant = content.Evaluation.Task.Ranking.Relevant;
        ScoredItem[] shown = [.. list.Take(Places)];
        int hits = shown.Count(scored => relevant.RowColumns(user).BinarySearch(scored.Item) >= 0);
        return new XElement(
            "article",
            new XElement("h3", $"User {content.Evaluation.Task.Users[new UserIndex(user)]}"),
            new XElement(
                "p",
                new XAttribute("class", "note"),
                $"{Words.Count(history.Count)} known ratings, {Words.Count(relevant.RowLength(user))} movies to find; "
                    + $"{hits} of the first {shown.Length} are among them."
            ),
            new XElement("h4", "Rated best"),
            new XElement(
                "ul",
                new XAttribute("class", "movies"),
                Best(history)
                    .Select(item => new XElement(
                        "li",
                        Title(dataset.Catalog.Movies[item]),
                        " ",
                        new XElement("small", Stars(history.Ratings[history.Items.BinarySearch(item)]))
                    ))
            ),
            new XElement("h4", "Recommended"),
            new XElement(
                "ol",
                new XAttribute("class", "movies"),
                shown.Select(scored => Place(content, user, scored.Item))
            )
        );
    }

    private static XElement Place(ReportContent content, int user, int item)
    {
        Movie movie = content.Evaluation.Dataset.Catalog.Movies[item];
        InteractionMatrix relevant = content.Evaluation.Task.Ranking.Relevant;
        int found = relevant.RowColumns(user).BinarySearch(item);
        IReadOnlyList<string> reasons = content.Extras.Reasons?.Invoke(new UserIndex(user), new ItemIndex(item)) ?? [];
        return new XElement(
            "li",
            Title(movie),
            found >= 0
                ? new object[] { " ", new XElement("mark", $"rated {Stars(relevant.RowValues(user)[found])}") }
                : null,
            movie.Genres.Count > 0
                ? new object[] { " ", new XElement("small", string.Join(", ", movie.Genres)) }
                : null,
            reasons.Count > 0
                ? new XElement(
                    "ul",
                    new XAttribute("class", "reasons"),
                    reasons.Select(reason => new XElement("li", reason))
                )
                : null
        );
    }

    /// <summary>Most stars first, then the latest, then the lower movie id.</summary>
    private static IEnumerable<int> Best(UserHistory history)
    {
        (int Item, float Stars, long Time)[] rated = new (int, float, long)[history.Count];
        for (int n = 0; n < rated.Length; n++)
        {
            rated[n] = (history.Items[n], history.Ratings[n], history.Timestamps[n]);
        }

        return rated
            .OrderByDescending(rating => rating.Stars)
            .ThenByDescending(rating => rating.Time)
            .Select(rating => rating.Item)
            .Take(Favourites);
    }

    private static XElement Title(Movie movie) => new("cite", movie.Title);

    private static string Stars(float stars) =>
        stars.ToString("0.#", CultureInfo.InvariantCulture) + (Math.Abs(stars - 1) < 1e-6 ? " star" : " stars");
}
