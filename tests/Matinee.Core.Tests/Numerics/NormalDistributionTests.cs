using System.Runtime.Intrinsics;
using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Numerics;

public class NormalDistributionTests
{
    // Expected values: mpmath 1.3 with 40 digits, erfc(−x/√2)/2 and its root. The formulas are made for 15 digits after the
    // point; of what is small in itself they keep eight.
    [Theory]
    [InlineData(-37, 5.7255712225245768e-300)]
    [InlineData(-30, 4.9067139271481871e-198)]
    [InlineData(-20, 2.7536241186062337e-89)]
    [InlineData(-10, 7.6198530241605261e-24)]
    [InlineData(-8, 6.2209605742717841e-16)]
    [InlineData(-7.25, 2.0838581586720694e-13)]
    [InlineData(-7, 1.279812543885835e-12)]
    [InlineData(-6, 9.8658764503769814e-10)]
    [InlineData(-5, 2.8665157187919391e-7)]
    [InlineData(-4, 3.1671241833119921e-5)]
    [InlineData(-3, 0.0013498980316300945)]
    [InlineData(-2, 0.022750131948179207)]
    [InlineData(-1, 0.15865525393145705)]
    [InlineData(-0.5, 0.3085375387259869)]
    [InlineData(0, 0.5)]
    [InlineData(0.5, 0.6914624612740131)]
    [InlineData(1, 0.84134474606854295)]
    [InlineData(2, 0.97724986805182079)]
    [InlineData(5, 0.99999971334842812)]
    public void Cumulative_AnyPlace_IsKnown(double x, double expected)
    {
        Assert.Equal(expected, NormalDistribution.Cumulative(x), 1e-15);
        Assert.Equal(1, NormalDistribution.Cumulative(x) / expected, x < -4 ? 1e-8 : 2e-13);
    }

    [Theory]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(-40, 0)]
    [InlineData(40, 1)]
    public void Cumulative_BeyondWhatDoublesHold_IsZeroOrOne(double x, double expected) =>
        Assert.Equal(expected, NormalDistribution.Cumulative(x));

    [Fact]
    public void Cumulative_WhereTheFormulasMeet_Rises()
    {
        double[] values =
        [
            .. Enumerable.Range(-1000, 2001).Select(n => NormalDistribution.Cumulative(-7.0710678 + n * 1e-9)),
        ];

        Assert.All(values.Zip(values.Skip(1)), pair => Assert.True(pair.First < pair.Second));
    }

    [Theory]
    [InlineData(1e-300, -37.047096299361199)]
    [InlineData(1e-100, -21.273453560965324)]
    [InlineData(1e-20, -9.2623400897984076)]
    [InlineData(1e-10, -6.3613409024040562)]
    [InlineData(1e-6, -4.7534243088228989)]
    [InlineData(0.001, -3.0902323061678135)]
    [InlineData(0.025, -1.9599639845400542)]
    [InlineData(0.05, -1.6448536269514727)]
    [InlineData(0.07, -1.4757910281791707)]
    [InlineData(0.1, -1.2815515655446005)]
    [InlineData(0.3, -0.52440051270804078)]
    [InlineData(0.6, 0.2533471031357998)]
    [InlineData(0.9, 1.2815515655446005)]
    [InlineData(0.975, 1.9599639845400542)]
    [InlineData(0.999, 3.0902323061678135)]
    public void Quantile_AnyShare_IsKnown(double p, double expected) =>
        Assert.Equal(1, NormalDistribution.Quantile(p) / expected, 1e-14);

    [Fact]
    public void Quantile_Half_IsZero() => Assert.Equal(0, NormalDistribution.Quantile(0.5));

    [Fact]
    public void Quantile_OfCumulative_IsWhereItBegan()
    {
        // From 2 up, 1 − p keeps too few digits for a round trip.
        for (double x = -37; x < 2; x += 0.0371)
        {
            double back = NormalDistribution.Quantile(NormalDistribution.Cumulative(x));
            Assert.Equal(x, back, x < -4 ? 2e-9 : 1e-13);
        }
    }

    [Theory]
    [InlineData(0, 0.39894228040143268)]
    [InlineData(1, 0.24197072451914335)]
    [InlineData(-1, 0.24197072451914335)]
    [InlineData(-10, 7.6945986267064193e-23)]
    public void Density_AnyPlace_IsKnown(double x, double expected) =>
        Assert.Equal(1, NormalDistribution.Density(x) / expected, 1e-14);

    // Vectors and what is left of them, near and far.
    [Fact]
    public void MeanCumulative_AnyLength_IsTheMeanToSixDigits()
    {
        var random = new CounterRandom(14, 1);
        for (int length = 1; length <= 40; length++)
        {
            foreach (float spread in new[] { 0.1f, 1, 5, 50 })
            {
                float[] values =
                [
                    .. Enumerable.Range(0, length).Select(n => spread * (float)random.Normal(100 * length + n)),
                ];

                double mean = NormalDistribution.MeanCumulative(values);

                Assert.Equal(values.Average(value => NormalDistribution.Cumulative(value)), mean, 1e-6);
            }
        }
    }

    [Fact]
    public void MeanCumulative_EdgesOfTheLine_CountAsNothingAndAll()
    {
        float[] values =
        [
            .. Enumerable.Repeat(float.NegativeInfinity, 12),
            .. Enumerable.Repeat(float.PositiveInfinity, 4),
        ];

        Assert.Equal(0.25, NormalDistribution.MeanCumulative(values), 1e-7);
    }

    // Near the middle, across where the continued fraction begins, and in lanes of both kinds.
    [Fact]
    public void Cumulative_FourAtOnce_AreWhatTheyAreAlone()
    {
        for (double x = -36; x <= 36; x += 0.0173)
        {
            Vector256<double> four = Vector256.Create(x, -x, x / 6, 7.0710678 + x / 1e6);

            Vector256<double> cumulative = NormalDistribution.Cumulative(four);

            for (int lane = 0; lane < 4; lane++)
            {
                Assert.Equal(1, cumulative[lane] / NormalDistribution.Cumulative(four[lane]), 1e-12);
            }
        }
    }

    [Fact]
    public void Cumulative_FourBeyondWhatDoublesHold_AreZeroOrOne()
    {
        Vector256<double> cumulative = NormalDistribution.Cumulative(Vector256.Create(-1e6, 1e6, -40.0, 40));

        Assert.Equal(0, cumulative[0], 1e-300);
        Assert.Equal(1, cumulative[1]);
        Assert.Equal(0, cumulative[2], 1e-300);
        Assert.Equal(1, cumulative[3]);
    }
}
