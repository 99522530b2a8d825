using System.Runtime.Intrinsics;
using Matinee.Core.Models.FactorizationMachine;
using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

public class TruncatedNormalTests
{
    private const double Infinity = double.PositiveInfinity;

    public static TheoryData<double, double> Intervals =>
        new()
        {
            { -1, 1.5 },
            { 0, 1 },
            { 8, 9 },
            { -9, -8.5 },
            { 5, Infinity },
            { -Infinity, -10 },
            { -Infinity, 0.3 },
            { -Infinity, Infinity },
            { 2, 2.000001 },
        };

    [Theory]
    [MemberData(nameof(Intervals))]
    public void Sample_UniformsInEvenSteps_LieInsideAndHaveTheMean(double low, double high)
    {
        const int count = 200_000;

        double[] draws = [.. Enumerable.Range(0, count).Select(n => Sample(low, high, (n + 0.5) / count))];

        Assert.All(draws, draw => Assert.InRange(draw, low, high));
        Assert.Equal(Mean(low, high), draws.Average(), 1e-5);
    }

    // The share of an interval's draws below a point is (Φ(point) − Φ(low)) / (Φ(high) − Φ(low)).
    [Theory]
    [InlineData(-1, 1.5, 0.2)]
    [InlineData(-Infinity, 0.3, -1)]
    [InlineData(-9, -8.5, -8.6)]
    public void Sample_UniformsInEvenSteps_HaveTheDistribution(double low, double high, double point)
    {
        const int count = 100_000;
        double below = NormalDistribution.Cumulative(low);
        double share = (NormalDistribution.Cumulative(point) - below) / (NormalDistribution.Cumulative(high) - below);

        int draws = Enumerable.Range(0, count).Count(n => Sample(low, high, (n + 0.5) / count) < point);

        Assert.Equal(share * count, draws, 1.0);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.5)]
    [InlineData(0.9999999999999999)]
    public void Sample_WhereDoublesUnderflow_IsTheNearEnd(double uniform)
    {
        Assert.Equal(50, Sample(50, 51, uniform));
        Assert.Equal(-50, Sample(-Infinity, -50, uniform));
    }

    // (φ(0) − φ(1)) / (Φ(1) − Φ(0)) = (0.39894 − 0.24197) / 0.34134 = 0.45986; the others with 40 digits by mpmath 1.3.
    [Theory]
    [InlineData(0, 1, 0.4598622292864265)]
    [InlineData(-1, 0, -0.4598622292864265)]
    [InlineData(-1, 1.5, 0.14518744715252617)]
    [InlineData(8, 9, 8.1211889929797971)]
    [InlineData(-9, -8.5, -8.6086439968521763)]
    [InlineData(5, Infinity, 5.1865039671258421)]
    [InlineData(-Infinity, -10, -10.098093233962512)]
    [InlineData(-Infinity, 0.3, -0.61722085361273444)]
    [InlineData(-0.5, 0.25, -0.11925055896410056)]
    [InlineData(-3, 3, 0)]
    [InlineData(-Infinity, Infinity, 0)]
    public void Mean_AnyInterval_IsKnown(double low, double high, double expected) =>
        // As exact as NormalDistribution.Cumulative.
        Assert.Equal(expected, Mean(low, high), Math.Abs(expected) > 4 ? 1e-7 : 1e-13);

    private static double Sample(double low, double high, double uniform) =>
        TruncatedNormal.Sample(Between(low, high), Vector256.Create(uniform)).ToScalar();

    private static double Mean(double low, double high) => TruncatedNormal.Mean(Between(low, high)).ToScalar();

    private static LevelIntervals Between(double low, double high) =>
        LevelIntervals.Between(Vector256.Create(low), Vector256.Create(high));
}
