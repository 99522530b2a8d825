using System.Numerics.Tensors;

namespace Matinee.Core.Numerics;

/// <summary>The two products that scoring is made of. The same bits wherever the spans lie in memory.</summary>
public static class Vectors
{
    // TensorPrimitives writes more than 256 KiB past the caches. That is right for a result nobody reads soon and four
    // times slower for a sum that the next Axpy reads again.
    private const int ChunkLength = 32_768;

    /// <summary>Σ a_i b_i</summary>
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b) => TensorPrimitives.Dot(a, b);

    /// <summary>y_i += factor x_i</summary>
    public static void Axpy(float factor, ReadOnlySpan<float> x, Span<float> y)
    {
        if (x.Length != y.Length)
        {
            throw new ArgumentException($"{x.Length} values cannot be added to {y.Length}.", nameof(x));
        }

        for (int start = 0; start < y.Length; start += ChunkLength)
        {
            int length = Math.Min(ChunkLength, y.Length - start);
            Span<float> target = y.Slice(start, length);
            TensorPrimitives.MultiplyAdd(x.Slice(start, length), factor, target, target);
        }
    }
}
