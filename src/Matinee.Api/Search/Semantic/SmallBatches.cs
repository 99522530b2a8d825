using Matinee.Text;

namespace Matinee.Api.Search.Semantic;

/// <summary>An encoder that works in small pieces on the thread that asks, so that it can be stopped and its progress seen.</summary>
/// <param name="done">Called with how many texts were encoded just now.</param>
internal sealed class SmallBatches(ITextEncoder encoder, Action<int> done) : ITextEncoder
{
    private const int Texts = 16;

    public string Fingerprint => encoder.Fingerprint;

    public int Dimensions => encoder.Dimensions;

    public TextVectors Encode(IReadOnlyList<string> texts, TextRole role, CancellationToken cancellation = default)
    {
        int dimensions = Dimensions;
        var values = new float[texts.Count * dimensions];
        int encoded = 0;
        // Of like length, or the long ones would slow down the short ones.
        foreach (int[] piece in Enumerable.Range(0, texts.Count).OrderBy(n => texts[n].Length).Chunk(Texts))
        {
            cancellation.ThrowIfCancellationRequested();
            TextVectors vectors = encoder.Encode([.. piece.Select(n => texts[n])], role, cancellation);
            for (int n = 0; n < piece.Length; n++)
            {
                vectors[n].CopyTo(values.AsSpan(piece[n] * dimensions));
            }

            encoded += piece.Length;
            done(piece.Length);
        }

        return new TextVectors(values, dimensions);
    }
}
