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

    [Fact]
    public void CompareRatios_DenominatorsOfOne_EqualsCompare()
    {
        double[] a = Draw(3, 0);
        double[] b = Draw(3, 1);

        PairedDifference ratios = PairedBootstrap.CompareRatios(a, b, [.. a.Select(_ => 1.0)], 500, seed: 8);
        PairedDifference means = PairedBootstrap.Compare(a, b, 500, seed: 8);

        Assert.Equal(means.MeanA, ratios.MeanA, 1e-12);
        Assert.Equal(means.MeanB, ratios.MeanB, 1e-12);
        Assert.Equal(means.Interval.Low, ratios.Interval.Low, 1e-12);
        Assert.Equal(means.Interval.High, ratios.Interval.High, 1e-12);
        Assert.Equal(means.PValue, ratios.PValue);
    }

    [Fact]
    public void CompareRatios_ConstantShares_IsAPointWhateverTheSizes()
    {
        double[] sizes = [.. Enumerable.Range(0, Users).Select(n => n % 4.0)];

        PairedDifference result = PairedBootstrap.CompareRatios(
            [.. sizes.Select(size => size * 0.75)],
            [.. sizes.Select(size => size * 0.5)],
            sizes,
            resamples: 999
        );

        Assert.Equal((0.75, 0.5), (result.MeanA, result.MeanB));
        Assert.Equal(0.25, result.Interval.Low, 1e-12);
        Assert.Equal(0.25, result.Interval.High, 1e-12);
        Assert.Equal(1.0 / 1000, result.PValue, 1e-12);
    }

    [Fact]
    public void CompareRatios_NobodyInTheGroup_Throws()
    {
        Assert.Throws<ArgumentException>(() => PairedBootstrap.CompareRatios([1, 2], [1, 2], [0, 0]));
        Assert.Throws<ArgumentException>(() => PairedBootstrap.CompareRatios([1, 2], [1, 2], [1]));
    }

    [Fact]
    public void CompareRatios_RootOfConstantSquares_IsTheDifferenceOfTheRoots()
    {
        double[] counts = [.. Enumerable.Range(0, Users).Select(n => n % 3.0)];

        PairedDifference result = PairedBootstrap.CompareRatios(
            [.. counts.Select(count => count * 0.25)],
            [.. counts.Select(count => count * 4)],
            counts,
            Math.Sqrt,
            resamples: 999
        );

        Assert.Equal((0.5, 2), (result.MeanA, result.MeanB));
        Assert.Equal(-1.5, result.Interval.Low, 1e-12);
        Assert.Equal(-1.5, result.Interval.High, 1e-12);
        Assert.Equal(1.0 / 1000, result.PValue, 1e-12);
    }

    [Fact]
    public void CompareRatios_NoTransform_EqualsTheIdentity()
    {
        double[] a = Draw(4, 0);
        double[] b = Draw(4, 1);
        double[] counts = [.. a.Select((_, n) => n % 3.0)];

        PairedDifference plain = PairedBootstrap.CompareRatios(a, b, counts, 500, seed: 8);
        PairedDifference same = PairedBootstrap.CompareRatios(a, b, counts, mean => mean, 500, seed: 8);

        Assert.Equal(plain.Difference, same.Difference, 1e-12);
        Assert.Equal(plain.Interval.Low, same.Interval.Low, 1e-12);
        Assert.Equal(plain.Interval.High, same.Interval.High, 1e-12);
        Assert.Equal(plain.PValue, same.PValue);
        Assert.Throws<ArgumentException>(() => PairedBootstrap.CompareRatios([1, 2], [1, 2], [1], Math.Sqrt));
    }

    private static double[] Draw(long experiment, long model)
    {
        var random = new CounterRandom(experiment, 100 + model);
        return [.. Enumerable.Range(0, Users).Select(n => random.Normal(n))];
    }

    [Fact]
    public void ComparePooled_PeopleOfOneTaskOrTwo_CountOncePerTask()
    {
        // Person 1 is in both tasks, 2 in the second alone: A (1 + 0.5 + 0) / 3, B (0.4 + 0.5 + 0.3) / 3.
        PairedDifference difference = PairedBootstrap.ComparePooled([
            (new() { [1] = 1 }, new() { [1] = 0.4 }),
            (new() { [1] = 0.5, [2] = 0 }, new() { [1] = 0.5, [2] = 0.3 }),
        ]);

        Assert.Equal(0.5, difference.MeanA, 1e-12);
        Assert.Equal(0.4, difference.MeanB, 1e-12);
        Assert.Equal(0.1, difference.Difference, 1e-12);
        // Only person 1, 0.6 over two; only person 2, −0.3 over one.
        Assert.Equal(-0.3, difference.Interval.Low, 1e-12);
        Assert.Equal(0.3, difference.Interval.High, 1e-12);
    }
}
