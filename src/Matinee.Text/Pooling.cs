using System.Numerics.Tensors;

namespace Matinee.Text;

/// <summary>From the vectors of a text's tokens to the text's own.</summary>
internal static class Pooling
{
    /// <param name="tokens">[tokens, dimensions], without padding.</param>
    /// <param name="vector">Gets the text's vector, of length 1.</param>
    public static void Pool(ReadOnlySpan<float> tokens, TextPooling pooling, Span<float> vector)
    {
        int dimensions = vector.Length;
        tokens[..dimensions].CopyTo(vector);
        if (pooling == TextPooling.Mean)
        {
            // The sum: what it is divided by goes out with the length.
            for (int start = dimensions; start < tokens.Length; start += dimensions)
            {
                TensorPrimitives.Add(vector, tokens.Slice(start, dimensions), vector);
            }
        }

        float length = TensorPrimitives.Norm<float>(vector);
        TensorPrimitives.Divide(vector, length, vector);
    }
}
