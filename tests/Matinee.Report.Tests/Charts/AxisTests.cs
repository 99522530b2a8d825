using Matinee.Report.Charts;

namespace Matinee.Report.Tests.Charts;

public class AxisTests
{
    [Theory]
    [InlineData(0, 100, "0 20 40 60 80 100")]
    [InlineData(0, 0.4784, "0.0 0.1 0.2 0.3 0.4 0.5")]
    [InlineData(0.62, 0.88, "0.6 0.7 0.8 0.9")]
    [InlineData(-0.3, 0.5, "-0.4 -0.2 0.0 0.2 0.4 0.6")]
    [InlineData(0, 0, "0.0 0.2")]
    [InlineData(3, 3, "3 4")]
    [InlineData(0, 0.00031, "0.0000 0.0001 0.0002 0.0003 0.0004")]
    public void Linear_AnyRange_TicksWholeStepsAroundIt(double low, double high, string ticks)
    {
        var axis = Axis.Linear("", low, high);

        Assert.Equal(ticks.Split(' '), axis.Ticks.Select(tick => tick.Label));
        Assert.Equal(axis.Ticks[0].Position, axis.Low);
        Assert.Equal(axis.Ticks[^1].Position, axis.High);
    }

    [Fact]
    public void Share_FourTenths_IsInPercent()
    {
        var axis = Axis.Share("", 0.37);

        Assert.Equal(["0%", "10%", "20%", "30%", "40%"], axis.Ticks.Select(tick => tick.Label));
        Assert.Equal(0.4, axis.High, 1e-12);
    }

    [Fact]
    public void Powers_NineThousand_TicksThePowersOfTenWithin()
    {
        var axis = Axis.Powers("", 9724);

        Assert.Equal(["1", "10", "100", "1,000"], axis.Ticks.Select(tick => tick.Label));
        Assert.Equal([0, 1, 2, 3], axis.Ticks.Select(tick => tick.Position));
        Assert.Equal(Math.Log10(9724), axis.High);
        Assert.Equal(2, axis.At(100));
    }

    [Fact]
    public void Powers_OneMovie_StillHasARange()
    {
        var axis = Axis.Powers("", 1);

        Assert.True(axis.High > axis.Low);
    }

    [Theory]
    [InlineData(10, 1000, "10 100 1,000")]
    [InlineData(0.0005, 0.5, "0.001 0.01 0.1")]
    [InlineData(30, 120, "50 100")]
    [InlineData(32, 512, "50 100 200 500")]
    [InlineData(2.1, 4.9, "2.1 4.9")]
    public void Ratios_AnyRange_TicksRoundNumbersWithin(double low, double high, string ticks)
    {
        var axis = Axis.Ratios("", low, high);

        Assert.Equal(ticks.Split(' '), axis.Ticks.Select(tick => tick.Label));
        Assert.Equal(Math.Log10(low), axis.Low);
        Assert.Equal(axis.High, axis.At(high));
    }
}
