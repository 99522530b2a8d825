using System.Numerics.Tensors;
using Matinee.Text;

namespace Matinee.Api.Tests.Search.Semantic;

/// <summary>A stand-in for the real encoder: texts are near each other if they share words. Counts, waits and breaks on demand.</summary>
internal sealed class WordEncoder : ITextEncoder, IDisposable
{
    private int texts;

    public string Fingerprint => "0123abcd";
    public int Dimensions => 64;

    /// <summary>Movies' facets encoded, queries not counted.</summary>
    public int Texts => texts;

    public int Disposals { get; private set; }

    /// <summary>Encoding waits until this is set.</summary>
    public ManualResetEventSlim Gate { get; } = new(true);

    /// <summary>Facets after which the gate closes.</summary>
    public int CloseAfter { get; set; } = int.MaxValue;

    public TextVectors Encode(IReadOnlyList<string> texts, TextRole role, CancellationToken cancellation = default)
    {
        Gate.Wait(cancellation);
        var values = new float[texts.Count * Dimensions];
        for (int n = 0; n < texts.Count; n++)
        {
            Span<float> vector = values.AsSpan(n * Dimensions, Dimensions);
            foreach (string word in texts[n].ToLowerInvariant().Split(' ', ',', '(', ')', '.'))
            {
                vector[(int)(word.Aggregate(17u, (hash, letter) => hash * 31 + letter) % (uint)Dimensions)] += 1;
            }

            TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        }

        if (role == TextRole.Document && Interlocked.Add(ref this.texts, texts.Count) >= CloseAfter)
        {
            Gate.Reset();
        }

        return new TextVectors(values, Dimensions);
    }

    public void Dispose() => Disposals++;
}
