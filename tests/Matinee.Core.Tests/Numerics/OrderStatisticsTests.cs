using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Numerics;

public class OrderStatisticsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(17, 3)]
    [InlineData(300, 1)]
    [InlineData(300, 5)]
    [InlineData(1000, 1_000_000)]
    public void Select_EveryPlace_MatchesSorting(int count, int distinct)
    {
        var random = new CounterRandom(3, count);
        float[] values = [.. Enumerable.Range(0, count).Select(n => (float)random.Below(distinct, n))];
        values[count / 2] = float.NegativeInfinity;
        foreach (float[] order in new[] { values, [.. values.Order()], [.. values.OrderDescending()] })
        {
            float[] sorted = [.. order.Order()];
            for (int place = 0; place < count; place += 1 + (count / 50))
            {
                Assert.Equal(sorted[place], OrderStatistics.Select([.. order], place));
            }
        }
    }
}
