using System.Numerics.Tensors;

namespace Matinee.Api.Search.Semantic;

/// <summary>
/// Vectors in one byte per dimension, each scaled by its own largest: 34 MB for 88 000 of 384 dimensions. One thread adds, any
/// number of threads score what was added before.
/// </summary>
internal sealed class QuantizedVectors(int dimensions)
{
    private const int BlockVectors = 4096;

    // So that the products of 4 000 dimensions fit 32 bits.
    private const int QueryUnit = 4095;
    private const int VectorUnit = sbyte.MaxValue;

    private volatile Block[] blocks = [];
    private volatile int count;

    public int Count => count;

    public int Dimensions => dimensions;

    /// <param name="vectors">Row-major, [vectors, dimensions].</param>
    public void Add(ReadOnlySpan<float> vectors)
    {
        for (int start = 0; start < vectors.Length; start += dimensions)
        {
            Block block = Next(out int row);
            block.Scales[row] = Quantize(
                vectors.Slice(start, dimensions),
                block.Values.AsSpan(row * dimensions, dimensions)
            );
            // Published last: readers look no further than the count.
            count++;
        }
    }

    /// <summary>Adds a vector as another has it, of as many dimensions.</summary>
    public void AddOf(QuantizedVectors other, int index)
    {
        Block from = other.blocks[index / BlockVectors];
        int fromRow = index % BlockVectors;
        Block block = Next(out int row);
        block.Scales[row] = from.Scales[fromRow];
        from.Values.AsSpan(fromRow * dimensions, dimensions).CopyTo(block.Values.AsSpan(row * dimensions));
        count++;
    }

    /// <param name="query">[dimensions].</param>
    /// <param name="scores">Gets the product with each vector, as far as it reaches.</param>
    /// <returns>How many were scored.</returns>
    public int Score(ReadOnlySpan<float> query, Span<float> scores)
    {
        int scored = Math.Min(count, scores.Length);
        var wide = new short[dimensions];
        float largest = TensorPrimitives.MaxMagnitude(query);
        float unit = largest == 0 ? 0 : Math.Abs(largest) / QueryUnit;
        for (int n = 0; n < wide.Length && unit > 0; n++)
        {
            wide[n] = (short)MathF.Round(query[n] / unit);
        }

        Block[] all = blocks;
        for (int n = 0; n < scored; n++)
        {
            Block block = all[n / BlockVectors];
            int row = n % BlockVectors;
            int dot = QuantizedDot.Dot(wide, block.Values.AsSpan(row * dimensions, dimensions));
            scores[n] = dot * block.Scales[row] * unit;
        }

        return scored;
    }

    private Block Next(out int row)
    {
        row = count % BlockVectors;
        if (row == 0)
        {
            blocks = [.. blocks, new Block(new sbyte[BlockVectors * dimensions], new float[BlockVectors])];
        }

        return blocks[^1];
    }

    private static float Quantize(ReadOnlySpan<float> vector, Span<sbyte> values)
    {
        float largest = Math.Abs(TensorPrimitives.MaxMagnitude(vector));
        if (largest == 0)
        {
            values.Clear();
            return 0;
        }

        float unit = largest / VectorUnit;
        for (int n = 0; n < vector.Length; n++)
        {
            values[n] = (sbyte)MathF.Round(vector[n] / unit);
        }

        return unit;
    }

    /// <param name="Values">[vectors, dimensions].</param>
    /// <param name="Scales">What one unit of a vector is worth.</param>
    private sealed record Block(sbyte[] Values, float[] Scales);
}
