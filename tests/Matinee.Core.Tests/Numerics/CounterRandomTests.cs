using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Numerics;

public class CounterRandomTests
{
    [Fact]
    public void Bits_SameKey_AreTheSameInAnyOrder()
    {
        var first = new CounterRandom(42, 1);
        var second = new CounterRandom(42, 1);

        ulong[] forwards = [.. Enumerable.Range(0, 100).Select(n => first.Bits(n))];
        ulong[] backwards = [.. Enumerable.Range(0, 100).Reverse().Select(n => second.Bits(n)).Reverse()];

        Assert.Equal(forwards, backwards);
    }

    [Fact]
    public void Bits_OtherSeedOrStream_Differ()
    {
        ulong bits = new CounterRandom(42, 1).Bits(0);

        Assert.NotEqual(bits, new CounterRandom(43, 1).Bits(0));
        Assert.NotEqual(bits, new CounterRandom(42, 2).Bits(0));
    }

    [Fact]
    public void Uniform_ManyDraws_HasTheMomentsOfTheUniformDistribution()
    {
        var random = new CounterRandom(7, 3);
        double[] draws = [.. Enumerable.Range(0, 100_000).Select(n => random.Uniform(n))];

        Assert.All(draws, value => Assert.InRange(value, 0, 1));
        Assert.Equal(0.5, draws.Average(), 0.005);
        Assert.Equal(1.0 / 12, draws.Average(value => (value - 0.5) * (value - 0.5)), 0.002);
    }

    [Fact]
    public void Normal_ManyDraws_HasZeroMeanAndUnitVariance()
    {
        var random = new CounterRandom(7, 4);
        double[] draws = [.. Enumerable.Range(0, 100_000).Select(n => random.Normal(n))];

        Assert.Equal(0, draws.Average(), 0.02);
        Assert.Equal(1, draws.Average(value => value * value), 0.02);
    }

    [Fact]
    public void Shuffle_AnyLength_IsAPermutation()
    {
        int[] values = [.. Enumerable.Range(0, 1000)];

        new CounterRandom(1, 1).Shuffle(values.AsSpan());

        Assert.NotEqual(Enumerable.Range(0, 1000), values);
        Assert.Equal(Enumerable.Range(0, 1000), values.Order());
    }
}
