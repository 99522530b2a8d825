using Matinee.Core.Models.Blend;

namespace Matinee.Core.Tests.Models.Blend;

public class NdcgAscentTests
{
    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(0.6, 0.8, 0)]
    [InlineData(-0.8, 0, 0.6)]
    public void Climb_AnyStart_IsNoWorseOnItsOwnUsers(double first, double second, double third)
    {
        BlendQuery[] queries = BlendQueries.Draw(80, 40, [1, 0.5, 0], noise: 1);
        double[] start = [first, second, third];

        double[] weights = Climb(queries, start);

        Assert.True(BlendWeights.Ndcg(queries, weights) >= BlendWeights.Ndcg(queries, start) - 1e-6);
    }

    [Fact]
    public void Climb_BadStart_FindsTheFeatureThatDecides()
    {
        BlendQuery[] queries = BlendQueries.Draw(80, 40, [0, 1], noise: 0);

        double[] weights = Climb(queries, [1, 0]);

        Assert.True(weights[1] > 1);
        Assert.True(BlendWeights.Ndcg(queries, weights) > 0.8);
    }

    [Fact]
    public void Climb_QueryCountedTwice_IsTheQueryGivenTwice()
    {
        BlendQuery[] queries = BlendQueries.Draw(30, 40, [1, 0.5, 0], noise: 1);
        int[] times = [.. Enumerable.Range(0, 30).Select(n => 1 + n % 2)];
        BlendQuery[] repeated = [.. queries.SelectMany((query, n) => Enumerable.Repeat(query, times[n]))];

        Assert.Equal(Climb(repeated, [0, 1, 0]), NdcgAscent.Climb(Columns(queries), times, [0, 1, 0]));
    }

    // One rank up for one of ten or more relevant movies: less than a tenth of a perfect list, and more when two users gain it.
    [Fact]
    public void Climb_GainBelowTheThreshold_StaysWhereItIs()
    {
        var query = new BlendQuery([0.1f, 0, 0, 1], [false, true], 400);
        double gain = (1 - 1 / Math.Log2(3)) / Enumerable.Range(2, 10).Sum(n => 1 / Math.Log2(n));

        Assert.True(gain < 0.1);
        Assert.Equal([1, 0], Climb([query], [1, 0]));
        Assert.NotEqual([1, 0], Climb([query, query], [1, 0]));
    }

    [Fact]
    public void Climb_Cancelled_Ends()
    {
        BlendQuery[] queries = BlendQueries.Draw(5, 10, [1, 0.5], noise: 1);

        Assert.Throws<OperationCanceledException>(() =>
            NdcgAscent.Climb(Columns(queries), [1, 1, 1, 1, 1], [1, 0], new CancellationToken(true))
        );
    }

    private static double[] Climb(BlendQuery[] queries, double[] start) =>
        NdcgAscent.Climb(Columns(queries), [.. queries.Select(_ => 1)], start);

    private static QueryColumns[] Columns(BlendQuery[] queries) =>
        [.. queries.Select(query => new QueryColumns(query, query.Features.Length / query.Count, 10))];
}
