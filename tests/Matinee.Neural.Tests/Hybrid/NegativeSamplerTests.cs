using Matinee.Core.Numerics;
using Matinee.Neural.Hybrid;

namespace Matinee.Neural.Tests.Hybrid;

[Collection(OneAfterAnother.Name)]
public class NegativeSamplerTests
{
    private static readonly int[] s_counts = [4, 0, 2, 1, 1];

    // Half by count, half evenly among the four that were rated: 0.375, 0, 0.25, 0.1875, 0.1875. Of two draws one or both:
    private static readonly double[] s_chances = [0.609375, 0, 0.4375, 0.33984375, 0.33984375];

    [Fact]
    public void Draw_ManyTimes_DrawsEachMovieAsOftenAsItsChanceSays()
    {
        const int Times = 20_000;
        var sampler = new NegativeSampler(s_counts, draws: 2);
        var random = new CounterRandom(1, 0);
        var drawn = new int[s_counts.Length];

        for (int n = 0; n < Times; n++)
        {
            (int[] items, float[] chances) = sampler.Draw(random, 2 * n)!.Value;
            Assert.Equal(items.Distinct().Order(), items);
            for (int place = 0; place < items.Length; place++)
            {
                Assert.Equal(s_chances[items[place]], chances[place], 1e-6);
                drawn[items[place]]++;
            }
        }

        for (int item = 0; item < drawn.Length; item++)
        {
            // Three and a half standard deviations, 0.0035 each.
            Assert.Equal(s_chances[item], (double)drawn[item] / Times, 0.0125);
        }
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void Draw_AsManyAsAreRated_LeavesAllStanding(int draws, bool all) =>
        Assert.Equal(all, new NegativeSampler(s_counts, draws).Draw(new CounterRandom(1, 0), 0) is null);

    [Fact]
    public void Draw_CorrectedByItsChances_EstimatesTheWholeNormaliser()
    {
        const int Times = 4000;
        using HybridData data = SmallWorld.Load(SmallWorld.Wordless);
        var sampler = new NegativeSampler(data.RatingCounts, draws: 8);
        var random = new CounterRandom(2, 0);
        double[] logits = [.. Enumerable.Range(0, SmallWorld.Items).Select(item => Math.Sin(item))];
        double whole = data.RatedItems.Sum(item => Math.Exp(logits[item]));
        double sum = 0;

        for (int n = 0; n < Times; n++)
        {
            Batch batch = new BatchBuilder(data).Build(sampler.Draw(random, 8L * n));
            float[] corrections = batch.Candidates.LogCorrections!;
            for (int place = 0; place < corrections.Length; place++)
            {
                int item = batch.Items[batch.Candidates.Items[place]];
                sum += Math.Exp(logits[item] + corrections[place]);
            }
        }

        Assert.Equal(whole, sum / Times, 0.03 * whole);
    }
}
