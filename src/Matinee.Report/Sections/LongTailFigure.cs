using Matinee.Core.Evaluation;
using Matinee.Core.Texts;
using Matinee.Report.Charts;
using Matinee.Report.Page;

namespace Matinee.Report.Sections;

/// <summary>How much of the recommendations goes to how few of the movies.</summary>
internal static class LongTailFigure
{
    // Enough for a smooth line however many movies there are.
    private const int Points = 80;

    public static Figure? Draw(ReportContent content)
    {
        // Movies that nobody has rated have no place by popularity.
        if (content.Ranked.Count == 0 || content.Evaluation.Task.Ranking.Candidates is not null)
        {
            return null;
        }

        var tail = new LongTail(content.Evaluation.Task.Ranking.Training);
        (string Name, Ink Ink, double[] Shares)[] curves =
        [
            .. content.Ranked.Select(model => (model.Name, model.Ink, tail.Recommendations(model.Result, content.K))),
            ("known ratings", Ink.Reference, tail.Ratings.ToArray()),
        ];
        int movies = tail.Ratings.Length;
        int[] places = Places(movies);
        var chart = new Chart(
            Axis.Powers("movies, the most rated first", movies),
            Axis.Share($"share of the first {content.K} places")
        );
        foreach ((_, Ink ink, double[] shares) in curves.Reverse())
        {
            chart.Line(ink, [.. places.Select(n => ((double)n, shares[n - 1]))], ink == Ink.First ? 2.5f : 2);
        }

        string finding =
            $"Half of all first {content.K} places go to the "
            + WordList.And([.. curves.SkipLast(1).Select(curve => $"{Words.Count(Half(curve.Shares))} ({curve.Name})")])
            + $" most rated of {Words.Count(movies)} movies; half of the known ratings, to "
            + $"{Words.Count(Half(curves[^1].Shares))}.";
        return new Figure(
            "long-tail",
            "Recommendations by popularity",
            finding,
            chart,
            [.. curves.Select(curve => new Key(curve.Ink, curve.Name, KeyShape.Line))],
            new DataTable(
                "Cumulative share of recommendations by popularity of the movie",
                ["Most rated movies", .. curves.Select(curve => curve.Name)],
                places.Select(n =>
                    (IReadOnlyList<object>)
                        [Words.Count(n), .. curves.Select(curve => Words.Percent(curve.Shares[n - 1]))]
                )
            )
        );
    }

    /// <summary>The fewest movies, from the most rated on, that take half.</summary>
    private static int Half(double[] shares) => Array.FindIndex(shares, share => share >= 0.5) + 1;

    // Evenly along the logarithmic axis.
    private static int[] Places(int movies) =>
        [.. Enumerable.Range(0, Points).Select(n => (int)Math.Round(Math.Pow(movies, n / (Points - 1.0)))).Distinct()];
}
