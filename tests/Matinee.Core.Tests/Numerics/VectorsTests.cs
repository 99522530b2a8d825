using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Numerics;

public class VectorsTests
{
    private static readonly int[] Lengths = [0, 1, 7, 8, 15, 16, 17, 64, 100, 1000, 32_768, 70_001];

    [Fact]
    public void Dot_AnyLength_MatchesScalar()
    {
        foreach (int length in Lengths)
        {
            float[] a = Random(length, stream: 1);
            float[] b = Random(length, stream: 2);
            double expected = a.Zip(b, (x, y) => (double)x * y).Sum();

            Assert.Equal(expected, Vectors.Dot(a, b), 1e-3);
        }
    }

    [Fact]
    public void Dot_AnyAlignment_GivesTheSameBits()
    {
        float[] a = Random(1001, stream: 1);
        float[] b = Random(1001, stream: 2);
        float expected = Vectors.Dot(a.AsSpan(0, 900), b.AsSpan(0, 900));
        for (int offset = 1; offset < 100; offset++)
        {
            float[] moved = new float[1001];
            a.AsSpan(0, 900).CopyTo(moved.AsSpan(offset));

            Assert.Equal(expected, Vectors.Dot(moved.AsSpan(offset, 900), b.AsSpan(0, 900)));
        }
    }

    [Fact]
    public void Axpy_AnyLength_MatchesScalar()
    {
        foreach (int length in Lengths)
        {
            float[] x = Random(length, stream: 1);
            float[] y = Random(length, stream: 2);
            float[] expected = [.. y.Zip(x, (target, source) => target + 0.37f * source)];

            Vectors.Axpy(0.37f, x, y);

            Assert.All(expected.Zip(y), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        }
    }

    [Fact]
    public void Axpy_DifferentLengths_Throws() =>
        Assert.Throws<ArgumentException>(() => Vectors.Axpy(1, new float[3], new float[4]));

    private static float[] Random(int length, long stream)
    {
        var random = new CounterRandom(5, stream);
        return [.. Enumerable.Range(0, length).Select(n => (float)random.Normal(n))];
    }
}
