using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Numerics;

public class SequentialRandomTests
{
    private const int Count = 200_000;

    // A gamma has mean and variance k, third central moment 2k and fourth 3k² + 6k.
    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5000)]
    public void Gamma_AnyShape_HasItsMoments(double shape)
    {
        var random = new SequentialRandom(new CounterRandom(3, 9));

        double[] draws = [.. Enumerable.Range(0, Count).Select(_ => random.Gamma(shape))];

        Assert.All(draws, draw => Assert.True(draw > 0));
        MonteCarlo.AssertMean(shape, draws);
        MonteCarlo.AssertMean(shape, [.. draws.Select(draw => Math.Pow(draw - shape, 2))], "variance");
        MonteCarlo.AssertMean(2 * shape, [.. draws.Select(draw => Math.Pow(draw - shape, 3))], "third moment");
    }

    // Its logarithm's mean is the digamma function: what small numbers add up to.
    [Theory]
    [InlineData(0.5, -1.9635100260214235)]
    [InlineData(1, -0.57721566490153286)]
    [InlineData(3, 0.92278433509846714)]
    public void Gamma_AnyShape_HasItsMeanLogarithm(double shape, double digamma)
    {
        var random = new SequentialRandom(new CounterRandom(4, 9));

        MonteCarlo.AssertMean(digamma, [.. Enumerable.Range(0, Count).Select(_ => Math.Log(random.Gamma(shape)))]);
    }

    [Fact]
    public void Numbers_SameKey_ComeInTheSameOrder()
    {
        var first = new SequentialRandom(new CounterRandom(1, 2));
        var second = new SequentialRandom(new CounterRandom(1, 2));

        double[] draws = [first.Uniform(), first.Normal(), first.Gamma(2), first.Uniform()];

        double[] again = [second.Uniform(), second.Normal(), second.Gamma(2), second.Uniform()];
        Assert.Equal(draws, again);
        Assert.Equal(4, draws.Distinct().Count());
    }
}
