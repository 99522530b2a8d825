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
    public void Ratios_OneUser_IsItsTransformedRatio()
    {
        Assert.Equal([new Interval(2, 2)], new Bootstrap(1).Ratios([([8], [2], Math.Sqrt)]));
    }

    [Fact]
    public void Means_ManyColumns_EqualOneByOne()
    {
        double[][] columns = [.. Enumerable.Range(0, 7).Select(column => Draws(37, column))];
        var bootstrap = new Bootstrap(37, resamples: 300, seed: 9);

        Interval[] together = bootstrap.Means(columns);

        Assert.Equal(columns.Select(column => bootstrap.Mean(column)), together);
        Assert.Equal(
            columns.Select(column => Slow(column, Ones(37), 300, 9)!.Value.Low),
            together.Select(i => i.Low),
            Close
        );
        Assert.Equal(
            columns.Select(column => Slow(column, Ones(37), 300, 9)!.Value.High),
            together.Select(i => i.High),
            Close
        );
    }

    [Fact]
    public void Ratios_SparseGroups_EqualTheSlowTwin()
    {
        // The second group has one member of twenty: a third of the resamples lack it.
        double[] some = [.. Enumerable.Range(0, 20).Select(n => n % 3 == 0 ? 2.0 : 0)];
        double[] one = [.. Enumerable.Range(0, 20).Select(n => n == 4 ? 3.0 : 0)];
        double[] values = Draws(20, 1);

        Interval?[] together = new Bootstrap(20, resamples: 200, seed: 5).Ratios([(values, some), (values, one)]);

        foreach ((double[] denominators, Interval? interval) in new[] { some, one }.Zip(together))
        {
            Interval expected = Slow(values, denominators, 200, 5)!.Value;
            Assert.Equal(expected.Low, interval!.Value.Low, 1e-12);
            Assert.Equal(expected.High, interval.Value.High, 1e-12);
        }
    }

    [Fact]
    public void Ratios_NobodyInTheGroup_HasNoInterval()
    {
        Assert.Equal([null], new Bootstrap(3).Ratios([([1, 2, 3], [0, 0, 0])]));
        Assert.Equal([null], new Bootstrap(0).Ratios([([], [])]));
    }

    private static bool Close(double left, double right) => Math.Abs(left - right) < 1e-12;

    private static double[] Ones(int count) => [.. Enumerable.Repeat(1.0, count)];

    private static double[] Draws(int count, long stream)
    {
        var random = new CounterRandom(1, stream);
        return [.. Enumerable.Range(0, count).Select(n => random.Normal(n))];
    }

    // One column, one resample after the other.
    private static Interval? Slow(double[] numerators, double[] denominators, int resamples, long seed)
    {
        var ratios = new List<double>();
        for (int resample = 0; resample < resamples; resample++)
        {
            var random = new CounterRandom(seed, resample);
            double above = 0;
            double below = 0;
            for (int n = 0; n < numerators.Length; n++)
            {
                int user = random.Below(numerators.Length, n);
                above += numerators[user];
                below += denominators[user];
            }

            if (below > 0)
            {
                ratios.Add(above / below);
            }
        }

        ratios.Sort();
        return ratios.Count == 0 ? null : new Interval(Percentile(0.025), Percentile(0.975));

        double Percentile(double share)
        {
            double position = share * (ratios.Count - 1);
            int lower = (int)Math.Floor(position);
            int upper = (int)Math.Ceiling(position);
            return ratios[lower] + ((position - lower) * (ratios[upper] - ratios[lower]));
        }
    }
}
