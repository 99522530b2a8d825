using Matinee.Core.Models.FactorizationMachine;
using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

public class StarScaleTests
{
    private static readonly float[] s_levels = [0.5f, 1, 2, 3.5f, 5];
    private static readonly double[] s_cuts = [-2.2, -1.1, 0.4, 1.9];

    [Fact]
    public void Of_CutPoints_IsTheLevelsMean()
    {
        var scale = new StarScale(s_levels, s_cuts);

        for (double predicted = -12; predicted < 12; predicted += 0.0371)
        {
            double[] upTo = [0, .. s_cuts.Select(cut => NormalDistribution.Cumulative(cut - predicted)), 1];
            double expected = s_levels.Select((level, k) => level * (upTo[k + 1] - upTo[k])).Sum();
            Assert.Equal(expected, scale.Of(predicted), 1e-5);
        }
    }

    [Theory]
    [InlineData(-1, 0.5)]
    [InlineData(0.5, 0.5)]
    [InlineData(2.25, 2.25)]
    [InlineData(5.5, 5)]
    public void Of_NoCutPoints_ClampsStars(double predicted, double expected) =>
        Assert.Equal(expected, new StarScale(s_levels, []).Of(predicted));
}
