using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Numerics;

public class NormalSamplerTests
{
    private const int Count = 1_000_000;
    private static readonly double[] s_draws = Draw();

    // Var(xᵏ) = E x²ᵏ − (E xᵏ)², with E x², x⁴, x⁶, x⁸ = 1, 3, 15, 105.
    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(2, 1, 2)]
    [InlineData(3, 0, 15)]
    [InlineData(4, 3, 96)]
    public void Fill_Million_HasTheMoments(int power, double expected, double variance) =>
        Assert.Equal(expected, s_draws.Average(x => Math.Pow(x, power)), 4 * Math.Sqrt(variance / Count));

    // 3.654 is where the ziggurat's layers end.
    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(3.6541528853610088)]
    [InlineData(4)]
    [InlineData(4.5)]
    public void Fill_Million_HasTheTailsOnBothSides(double beyond)
    {
        double share = NormalDistribution.Cumulative(-beyond);
        double tolerance = 4 * Math.Sqrt(share * Count);

        Assert.Equal(share * Count, s_draws.Count(x => x > beyond), tolerance);
        Assert.Equal(share * Count, s_draws.Count(x => x < -beyond), tolerance);
    }

    [Fact]
    public void Fill_Million_PassesKolmogorovAndSmirnov()
    {
        double[] sorted = [.. s_draws];
        Array.Sort(sorted);
        double distance = 0;
        for (int n = 0; n < Count; n++)
        {
            double cumulative = NormalDistribution.Cumulative(sorted[n]);
            distance = Math.Max(distance, Math.Max(cumulative - (double)n / Count, (n + 1.0) / Count - cumulative));
        }

        // Exceeded by chance once in a hundred seeds.
        Assert.InRange(distance, 0, 1.63 / Math.Sqrt(Count));
    }

    // Fine enough to see the ziggurat's layers, each of which is 0.01 to 0.3 wide, and its tail, one number in 4 000.
    [Fact]
    public void Fill_FortyMillion_HasTheDensityOfEveryLayerAndTheTail()
    {
        const int parts = 40;
        const double width = 0.004;
        const int bins = 1400;
        const double tail = 3.6541528853610088;
        var counts = new int[bins];
        double tailSum = 0;
        int tailCount = 0;
        var draws = new double[Count];
        for (int part = 0; part < parts; part++)
        {
            NormalSampler.Fill(new CounterRandom(12, 3), (long)part * Count, draws);
            foreach (double x in draws)
            {
                int bin = (int)Math.Floor(x / width) + bins / 2;
                if (bin is >= 0 and < bins)
                {
                    counts[bin]++;
                }

                if (Math.Abs(x) > tail)
                {
                    tailSum += Math.Abs(x);
                    tailCount++;
                }
            }
        }

        double squares = 0;
        for (int bin = 0; bin < bins; bin++)
        {
            double low = (bin - bins / 2) * width;
            double expected =
                (double)parts
                * Count
                * (NormalDistribution.Cumulative(low + width) - NormalDistribution.Cumulative(low));
            squares += Math.Pow(counts[bin] - expected, 2) / expected;
        }

        // χ² has the mean of its degrees and twice that as variance.
        Assert.InRange(squares, 0, bins + 3 * Math.Sqrt(2 * bins));
        // Beyond t, the mean of x is φ(t) / Φ(−t), here 3.8970, with a scatter of 0.23.
        Assert.Equal(
            NormalDistribution.Density(tail) / NormalDistribution.Cumulative(-tail),
            tailSum / tailCount,
            3 * 0.23 / Math.Sqrt(tailCount)
        );
    }

    [Fact]
    public void Fill_Million_NeighboursAreUncorrelated() =>
        Assert.Equal(0, s_draws.Zip(s_draws.Skip(1), (one, next) => one * next).Average(), 4 / Math.Sqrt(Count));

    [Fact]
    public void Next_AnyOrder_IsTheNumberOfItsIndex()
    {
        var random = new CounterRandom(5, 2);
        var filled = new double[1000];

        NormalSampler.Fill(random, 70, filled);

        for (int n = filled.Length - 1; n >= 0; n--)
        {
            Assert.Equal(filled[n], NormalSampler.Next(random, 70 + n));
        }
    }

    private static double[] Draw()
    {
        var draws = new double[Count];
        NormalSampler.Fill(new CounterRandom(11, 3), 0, draws);
        return draws;
    }
}
