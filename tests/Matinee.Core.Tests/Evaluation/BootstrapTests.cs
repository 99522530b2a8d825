using Matinee.Core.Evaluation;
using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Evaluation;

public class BootstrapTests
{
    [Fact]
    public void Mean_EqualValues_IsAPoint()
    {
        Assert.Equal(new Interval(3, 3), new Bootstrap(50).Mean(Enumerable.Repeat(3.0, 50).ToArray()));
    }

    [Fact]
    public void Mean_NormalValues_HasTheWidthOfTheNormalInterval()
    {
        const int Users = 2000;
        var random = new CounterRandom(5, 5);
        double[] values = [.. Enumerable.Range(0, Users).Select(n => random.Normal(n))];

        Interval interval = new Bootstrap(Users, resamples: 4000).Mean(values);

        // ± 1.96 σ/√n
        Assert.Equal(2 * 1.96 / Math.Sqrt(Users), interval.High - interval.Low, 0.006);
        Assert.InRange(values.Average(), interval.Low, interval.High);
    }

    [Fact]
    public void Mean_SameSeed_IsTheSame()
    {
        double[] values = [1, 5, 2, 8, 3];

        Assert.Equal(new Bootstrap(5, seed: 3).Mean(values), new Bootstrap(5, seed: 3).Mean(values));
    }

    [Fact]
    public void Ratio_OneUser_IsItsRatio()
    {
        Assert.Equal(new Interval(2, 2), new Bootstrap(1).Ratio([8], [2], Math.Sqrt));
    }
}
