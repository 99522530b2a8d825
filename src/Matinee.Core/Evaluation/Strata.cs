using System.Globalization;
using Matinee.Core.Evaluation.Reports;

namespace Matinee.Core.Evaluation;

/// <summary>
/// One group of users, or of held-out ratings by their movie. Its value is the sum of numerators over the sum of
/// denominators: a mean over users, or a share of held-out ratings; of <c>rmse</c> it is the root of that.
/// </summary>
/// <param name="Grouping">What users or movies are grouped by.</param>
/// <param name="Name">Which ones: <c>20 to 49 ratings</c>.</param>
/// <param name="Metric">What is measured.</param>
/// <param name="K">At which list length; null where it is not of lists.</param>
/// <param name="Numerators">One per evaluated user.</param>
/// <param name="Denominators">One per evaluated user; 0 where the user has no part in the group.</param>
public sealed record Stratum(
    string Grouping,
    string Name,
    string Metric,
    int? K,
    double[] Numerators,
    double[] Denominators
)
{
    public double Size => Denominators.Sum();

    public double Value => MetricNames.OfMean(Metric, Numerators.Sum() / Size);
}

/// <summary>Splits a result by who asked (user activity) and what was to be found (movie popularity, coldness).</summary>
public static class Strata
{
    public const string UserActivity = "user activity";
    public const string MoviePopularity = "movie popularity";
    public const string Coldness = "movie's ratings";

    private const int WantedCutoff = 10;

    // Ratings that a movie has in training, from here to the next.
    private static readonly int[] ColdnessFrom = [0, 1, 5, 20, 100];

    private static readonly string[] PopularityNames = ["head", "middle", "tail"];

    /// <summary>Groups that nobody is in are left out.</summary>
    public static IReadOnlyList<Stratum> Of(RankingTask task, RankingResult result)
    {
        int k = result.Cutoffs.Contains(WantedCutoff) ? WantedCutoff : result.Cutoffs[0];
        int[] counts = task.Training.ColumnCounts();
        Array.Resize(ref counts, Math.Max(task.Relevant.ColumnCount, counts.Length));
        return
        [
            .. ByActivity(task, result, k)
                .Concat(ByMovie(task, result, k, MoviePopularity, PopularityGroups(counts)))
                .Concat(ByMovie(task, result, k, Coldness, ColdnessGroups(counts)))
                .Where(stratum => stratum.Size > 0),
        ];
    }

    private static IEnumerable<Stratum> ByActivity(RankingTask task, RankingResult result, int k)
    {
        int[] known = [.. result.Users.Select(task.Histories.RowLength)];
        double[] ndcg = result.PerUser(RankingMetric.Ndcg, k).ToArray();
        foreach ((int from, int to) in Quartiles(known))
        {
            double[] inside = [.. known.Select(count => count >= from && count <= to ? 1.0 : 0)];
            yield return new Stratum(
                UserActivity,
                Range(from, to),
                "ndcg",
                k,
                [.. ndcg.Zip(inside, (value, share) => value * share)],
                inside
            );
        }
    }

    /// <summary>Quartiles of users by what is known of them, ends included; equal numbers stay together.</summary>
    internal static IEnumerable<(int From, int To)> Quartiles(int[] known)
    {
        int[] sorted = [.. known.Order()];
        if (sorted.Length == 0)
        {
            yield break;
        }

        int[] upper =
        [
            .. Enumerable
                .Range(1, 4)
                .Select(quarter => sorted[Math.Max(0, (quarter * sorted.Length / 4) - 1)])
                .Distinct(),
        ];
        int lower = sorted[0];
        foreach (int limit in upper)
        {
            yield return (lower, limit);
            lower = limit + 1;
        }
    }

    private static IEnumerable<Stratum> ByMovie(
        RankingTask task,
        RankingResult result,
        int k,
        string grouping,
        (string Name, bool[] Inside)[] groups
    )
    {
        foreach ((string name, bool[] inside) in groups)
        {
            var hits = new double[result.Users.Count];
            var asked = new double[result.Users.Count];
            Parallel.For(
                0,
                hits.Length,
                row =>
                {
                    ReadOnlySpan<int> relevant = task.Relevant.RowColumns(result.Users[row]);
                    foreach (int item in relevant)
                    {
                        asked[row] += inside[item] ? 1 : 0;
                    }

                    Numerics.ScoredItem[] list = result.Lists[row];
                    foreach (Numerics.ScoredItem scored in list.AsSpan(0, Math.Min(k, list.Length)))
                    {
                        hits[row] += inside[scored.Item] && relevant.BinarySearch(scored.Item) >= 0 ? 1 : 0;
                    }
                }
            );

            yield return new Stratum(grouping, name, "recall", k, hits, asked);
        }
    }

    /// <summary>A third of all known ratings each: a few movies are the head, most are the tail.</summary>
    internal static (string Name, bool[] Inside)[] PopularityGroups(int[] counts)
    {
        (string Name, bool[] Inside)[] groups = [.. PopularityNames.Select(name => (name, new bool[counts.Length]))];
        double total = counts.Sum();
        double before = 0;
        foreach (int item in Enumerable.Range(0, counts.Length).OrderByDescending(item => counts[item]))
        {
            int third = (int)Math.Min(2, 3 * before / Math.Max(1, total));
            groups[third].Inside[item] = true;
            before += counts[item];
        }

        return [.. groups.Select(group => (Described(group.Name, group.Inside), group.Inside))];
    }

    private static string Described(string name, bool[] inside) =>
        string.Create(CultureInfo.InvariantCulture, $"{name} ({inside.Count(item => item)} movies)");

    private static (string Name, bool[] Inside)[] ColdnessGroups(int[] counts) =>
        [
            .. ColdnessFrom.Select(
                (from, n) =>
                {
                    int to = n + 1 < ColdnessFrom.Length ? ColdnessFrom[n + 1] - 1 : int.MaxValue;
                    return (Range(from, to), counts.Select(count => count >= from && count <= to).ToArray());
                }
            ),
        ];

    internal static string Range(int from, int to)
    {
        string numbers = to switch
        {
            int.MaxValue => $"{from}+",
            _ when to == from => $"{from}",
            _ => $"{from} to {to}",
        };
        return $"{numbers} ratings";
    }
}
