using Matinee.Core.Evaluation;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Evaluation;

public class RankingCurvesTests
{
    [Fact]
    public void From_TwoUsers_IsTheHandWorkedMean()
    {
        // User 0 is to find 1 and 4 and finds 1 at rank 2; user 2 is to find 0 and finds it at rank 1.
        var relevant = new InteractionMatrix([0, 2, 2, 3], [1, 4, 0], [5, 5, 5], [1, 2, 3], 5);
        RankingResult result = Result(
            [0, 2],
            [
                [2, 1, 3],
                [0, 1, 2],
            ],
            cutoff: 3
        );

        RankingCurves curves = RankingCurves.From(result, relevant);

        double second = 1 / Math.Log2(3);
        Assert.Equal([0.5, ((second / (1 + second)) + 1) / 2, ((second / (1 + second)) + 1) / 2], curves.Ndcg);
        Assert.Equal([0.5, 0.75, 0.75], curves.Recall);
        Assert.Equal([0.5, 0.5, (1 / 3.0 + 1 / 3.0) / 2], curves.Precision);
    }

    [Fact]
    public void From_RandomLists_EqualsTheMetricsAtEveryLength()
    {
        const int Users = 20;
        const int Items = 30;
        const int Length = 12;
        var random = new CounterRandom(5, 0);
        int[][] wanted = [.. Enumerable.Range(0, Users).Select(user => Draw(user, 1 + (user % 9)))];
        // Some lists are shorter than the longest cutoff.
        int[][] lists = [.. Enumerable.Range(0, Users).Select(user => Draw(100 + user, Length - (user % 3)))];
        int[] starts = [.. wanted.Aggregate(new List<int> { 0 }, (sums, row) => [.. sums, sums[^1] + row.Length])];
        int[] columns = [.. wanted.SelectMany(row => row.Order())];
        var relevant = new InteractionMatrix(
            starts,
            columns,
            new float[columns.Length],
            new long[columns.Length],
            Items
        );

        RankingCurves curves = RankingCurves.From(Result([.. Enumerable.Range(0, Users)], lists, Length), relevant);

        for (int k = 1; k <= Length; k++)
        {
            bool[][] hits = [.. lists.Select((list, user) => list.Select(wanted[user].Contains).ToArray())];
            Assert.Equal(Mean(user => HitMetrics.Ndcg(hits[user], k, wanted[user].Length)), curves.Ndcg[k - 1], 1e-12);
            Assert.Equal(
                Mean(user => HitMetrics.Recall(hits[user], k, wanted[user].Length)),
                curves.Recall[k - 1],
                1e-12
            );
            Assert.Equal(Mean(user => HitMetrics.Precision(hits[user], k)), curves.Precision[k - 1], 1e-12);
        }

        int[] Draw(int stream, int count) =>
            [.. Enumerable.Range(0, Items).OrderBy(item => random.Below(1 << 30, (stream * Items) + item)).Take(count)];
        static double Mean(Func<int, double> value) => Enumerable.Range(0, Users).Average(value);
    }

    internal static RankingResult Result(int[] users, int[][] lists, int cutoff) =>
        new(
            [cutoff],
            users,
            [],
            [.. lists.Select(list => list.Select(item => new ScoredItem(item, 0)).ToArray())],
            candidates: 5
        );
}
