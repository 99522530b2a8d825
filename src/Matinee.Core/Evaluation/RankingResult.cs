using Matinee.Core.Numerics;

namespace Matinee.Core.Evaluation;

/// <summary>What a model's lists scored, user by user.</summary>
public sealed class RankingResult
{
    private readonly IReadOnlyList<int> cutoffs;
    private readonly double[][] values;
    private readonly int candidates;
    private IReadOnlyList<RankingResult> merged = [];

    internal RankingResult(
        IReadOnlyList<int> cutoffs,
        int[] users,
        double[][] values,
        ScoredItem[][] lists,
        int candidates
    )
    {
        this.cutoffs = cutoffs;
        this.values = values;
        this.candidates = candidates;
        Users = users;
        Lists = lists;
    }

    public IReadOnlyList<int> Cutoffs => cutoffs;

    /// <summary>The evaluated users' indices, ascending.</summary>
    public IReadOnlyList<int> Users { get; }

    /// <summary>Per evaluated user, the list to the largest cutoff, best first.</summary>
    public IReadOnlyList<ScoredItem[]> Lists { get; }

    /// <summary>One value per evaluated user.</summary>
    public ReadOnlySpan<double> PerUser(RankingMetric metric, int cutoff) => values[Column(metric, cutoff)];

    public double Mean(RankingMetric metric, int cutoff)
    {
        ReadOnlySpan<double> perUser = PerUser(metric, cutoff);
        return perUser.IsEmpty ? 0 : System.Numerics.Tensors.TensorPrimitives.Sum(perUser) / perUser.Length;
    }

    /// <summary>
    /// Several rankings of the same users as one: a user's values are means over the rankings that ask them, coverage is the
    /// mean, and the lists stay with their rankings.
    /// </summary>
    public static RankingResult Mean(IReadOnlyList<RankingResult> results)
    {
        int columns = ColumnCount(results[0].cutoffs.Count);
        var rows = new SortedDictionary<int, List<(RankingResult Result, int Row)>>();
        foreach (RankingResult result in results)
        {
            for (int row = 0; row < result.Users.Count; row++)
            {
                if (!rows.TryGetValue(result.Users[row], out List<(RankingResult, int)>? found))
                {
                    rows.Add(result.Users[row], found = []);
                }

                found.Add((result, row));
            }
        }

        double[][] values =
        [
            .. Enumerable
                .Range(0, columns)
                .Select(column =>
                    rows.Values.Select(found => found.Average(place => place.Result.values[column][place.Row]))
                        .ToArray()
                ),
        ];
        ScoredItem[][] lists = [.. rows.Select(_ => Array.Empty<ScoredItem>())];
        return new RankingResult(results[0].cutoffs, [.. rows.Keys], values, lists, results[0].candidates)
        {
            merged = results,
        };
    }

    /// <summary>Distinct movies in the lists, over the movies that could be ranked.</summary>
    public double Coverage(int cutoff)
    {
        if (merged.Count > 0)
        {
            return merged.Average(result => result.Coverage(cutoff));
        }

        bool[] isListed = [];
        int distinct = 0;
        foreach (ScoredItem[] list in Lists)
        {
            foreach (ScoredItem scored in list.AsSpan(0, Math.Min(cutoff, list.Length)))
            {
                if (scored.Item >= isListed.Length)
                {
                    Array.Resize(ref isListed, Math.Max(scored.Item + 1, 2 * isListed.Length));
                }

                distinct += isListed[scored.Item] ? 0 : 1;
                isListed[scored.Item] = true;
            }
        }

        return (double)distinct / candidates;
    }

    internal static int ColumnCount(int cutoffs) => cutoffs * Enum.GetValues<RankingMetric>().Length;

    internal static int Column(RankingMetric metric, int cutoffIndex, int cutoffs) =>
        ((int)metric * cutoffs) + cutoffIndex;

    private int Column(RankingMetric metric, int cutoff)
    {
        for (int n = 0; n < cutoffs.Count; n++)
        {
            if (cutoffs[n] == cutoff)
            {
                return Column(metric, n, cutoffs.Count);
            }
        }

        throw new ArgumentOutOfRangeException(nameof(cutoff), cutoff, "This cutoff was not evaluated.");
    }
}
