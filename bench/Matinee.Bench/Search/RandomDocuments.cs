using System.Numerics.Tensors;
using Matinee.Core.Numerics;
using Matinee.Text;

namespace Matinee.Bench.Search;

/// <summary>Reads queries with an encoder and draws documents at random, so that a large index is there at once.</summary>
internal sealed class RandomDocuments(ITextEncoder encoder) : ITextEncoder
{
    private long next;

    public string Fingerprint => "f00d" + encoder.Fingerprint;
    public int Dimensions => encoder.Dimensions;

    public TextVectors Encode(IReadOnlyList<string> texts, TextRole role, CancellationToken cancellation = default)
    {
        if (role == TextRole.Query)
        {
            return encoder.Encode(texts, role, cancellation);
        }

        var random = new CounterRandom(11, 1);
        float[] values =
        [
            .. Enumerable.Range(0, texts.Count * Dimensions).Select(_ => (float)random.Uniform(next++) - 0.5f),
        ];
        for (int start = 0; start < values.Length; start += Dimensions)
        {
            Span<float> vector = values.AsSpan(start, Dimensions);
            TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        }

        return new TextVectors(values, Dimensions);
    }
}
