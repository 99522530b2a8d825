using Matinee.Core.Evaluation;
using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Evaluation;

public class PairedBootstrapTests
{
    private const int Users = 150;

    [Fact]
    public void Compare_ConstantDifference_IsAPointFarFromChance()
    {
        double[] b = [.. Enumerable.Range(0, Users).Select(n => (double)n)];
        double[] a = [.. b.Select(value => value + 0.5)];

        PairedDifference result = PairedBootstrap.Compare(a, b, resamples: 999);

        Assert.Equal(0.5, result.Difference, 1e-12);
        Assert.Equal(0.5, result.Interval.Low, 1e-12);
        Assert.Equal(0.5, result.Interval.High, 1e-12);
        Assert.Equal(1.0 / 1000, result.PValue, 1e-12);
    }

    [Fact]
    public void Compare_SameModel_HasPOne()
    {
        double[] values = [.. Enumerable.Range(0, Users).Select(n => n % 7.0)];

        Assert.Equal(1, PairedBootstrap.Compare(values, values, resamples: 100).PValue);
    }

    [Fact]
    public void Compare_NoTrueDifference_HasUniformPValues()
    {
        // 400 experiments under the null: p must fall below 5%, 10%, 50% about that often.
        const int Experiments = 400;
        double[] pValues =
        [
            .. Enumerable
                .Range(0, Experiments)
                .Select(experiment =>
                    PairedBootstrap.Compare(Draw(experiment, 0), Draw(experiment, 1), 500, experiment)
                )
                .Select(result => result.PValue),
        ];

        foreach (double level in new[] { 0.05, 0.1, 0.5, 0.9 })
        {
            double share = pValues.Count(p => p <= level) / (double)Experiments;
            // Four standard errors of a share.
            Assert.Equal(level, share, 4 * Math.Sqrt(level * (1 - level) / Experiments));
        }
    }

    [Fact]
    public void Compare_PlantedDifference_IsFound()
    {
        double[] b = Draw(1, 0);
        double[] a = [.. Draw(1, 1).Select(value => value + 0.5)];

        PairedDifference result = PairedBootstrap.Compare(a, b);

        Assert.True(result.PValue < 0.01);
        Assert.True(result.Interval.Low > 0);
        Assert.InRange(result.Difference, result.Interval.Low, result.Interval.High);
    }

    [Fact]
    public void Compare_DifferentUsers_Throws()
    {
        Assert.Throws<ArgumentException>(() => PairedBootstrap.Compare([1, 2], [1]));
    }

    private static double[] Draw(long experiment, long model)
    {
        var random = new CounterRandom(experiment, 100 + model);
        return [.. Enumerable.Range(0, Users).Select(n => random.Normal(n))];
    }
}
