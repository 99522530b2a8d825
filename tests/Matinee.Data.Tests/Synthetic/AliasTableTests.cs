using Matinee.Core.Numerics;
using Matinee.Data.Synthetic;

namespace Matinee.Data.Tests.Synthetic;

public class AliasTableTests
{
    [Theory]
    [InlineData(new double[] { 5 })]
    [InlineData(new double[] { 1, 1, 1 })]
    [InlineData(new double[] { 0, 1, 0, 3, 96 })]
    [InlineData(new double[] { 1e-30, 2, 0.5, 7, 1e-9, 3 })]
    public void Draw_ManyTimes_FollowsTheWeights(double[] weights)
    {
        const int draws = 100_000;
        var table = new AliasTable(weights.Length);
        table.Fill(weights);
        var random = new CounterRandom(3, 1);
        int[] hits = new int[weights.Length];
        for (int n = 0; n < draws; n++)
        {
            hits[table.Draw(random.Bits(n))]++;
        }

        for (int n = 0; n < weights.Length; n++)
        {
            Assert.Equal(weights[n] / weights.Sum(), (double)hits[n] / draws, 0.01);
        }
    }
}
