using System.Numerics.Tensors;
using System.Runtime.Intrinsics.X86;
using Matinee.Api.Search.Semantic;
using Matinee.Core.Numerics;

namespace Matinee.Api.Tests.Search.Semantic;

public class QuantizedVectorsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(31)]
    [InlineData(384)]
    [InlineData(387)]
    public void Dot_AnyLength_MatchesScalar(int length)
    {
        var random = new CounterRandom(3, length);
        short[] query = [.. Enumerable.Range(0, length).Select(n => (short)(random.Bits(2 * n) % 8191 - 4095))];
        sbyte[] vector = [.. Enumerable.Range(0, length).Select(n => (sbyte)(random.Bits(2 * n + 1) % 255 - 127))];
        int expected = QuantizedDot.DotScalar(query, vector);

        Assert.Equal(expected, QuantizedDot.Dot(query, vector));
        Assert.Equal(expected, QuantizedDot.DotPortable(query, vector));
        Assert.Equal(Avx2.IsSupported ? expected : 0, Avx2.IsSupported ? QuantizedDot.DotAvx2(query, vector) : 0);
    }

    [Fact]
    public void Dot_LargestValues_DoNotOverflow()
    {
        short[] query = [.. Enumerable.Repeat((short)4095, 384)];
        sbyte[] vector = [.. Enumerable.Repeat((sbyte)-127, 384)];

        Assert.Equal(-4095 * 127 * 384, QuantizedDot.Dot(query, vector));
    }

    [Fact]
    public void Score_ManyVectors_IsNearTheExactProduct()
    {
        const int dimensions = 384;
        const int count = 9000;
        float[] values = Unit(count + 1, dimensions);
        var vectors = new QuantizedVectors(dimensions);
        vectors.Add(values.AsSpan(dimensions));
        var scores = new float[count + 5];

        int scored = vectors.Score(values.AsSpan(0, dimensions), scores);

        Assert.Equal(count, scored);
        Assert.Equal(count, vectors.Count);
        double squares = 0;
        for (int n = 0; n < count; n++)
        {
            float exact = TensorPrimitives.Dot<float>(
                values.AsSpan(0, dimensions),
                values.AsSpan((n + 1) * dimensions, dimensions)
            );
            squares += Math.Pow(scores[n] - exact, 2);
        }

        // 1/127 of the largest value, about 3/√384, in steps of uniform error: 0.0012 / √12 per dimension of a unit query.
        Assert.InRange(Math.Sqrt(squares / count), 1e-5, 5e-4);
        Assert.All(scores[count..], score => Assert.Equal(0, score));
    }

    [Fact]
    public void Score_FewerScoresThanVectors_FillsThem()
    {
        var vectors = new QuantizedVectors(2);
        vectors.Add([1, 0, 0, 1, 0, 0]);
        var scores = new float[2];

        Assert.Equal(2, vectors.Score([0.6f, 0.8f], scores));
        Assert.Equal(0.6f, scores[0], 1e-3);
        Assert.Equal(0.8f, scores[1], 1e-3);
    }

    [Fact]
    public void Score_ZeroVectorOrQuery_IsZero()
    {
        var vectors = new QuantizedVectors(2);
        vectors.Add([0, 0, 1, 0]);
        var scores = new float[2];

        vectors.Score([1, 0], scores);
        Assert.Equal(0, scores[0]);
        vectors.Score([0, 0], scores);
        Assert.Equal(0, scores[1]);
    }

    private static float[] Unit(int count, int dimensions)
    {
        var random = new CounterRandom(5, 1);
        float[] values =
        [
            .. Enumerable
                .Range(0, count * dimensions)
                .Select(n => (float)(random.Uniform(2 * n) - random.Uniform(2 * n + 1))),
        ];
        for (int start = 0; start < values.Length; start += dimensions)
        {
            Span<float> one = values.AsSpan(start, dimensions);
            TensorPrimitives.Divide(one, TensorPrimitives.Norm<float>(one), one);
        }

        return values;
    }
}
