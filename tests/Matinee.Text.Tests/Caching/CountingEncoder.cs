using System.Security.Cryptography;
using System.Text;

namespace Matinee.Text.Tests.Caching;

/// <summary>Vectors out of a hash of the text, and a count of what was asked.</summary>
internal sealed class CountingEncoder(string fingerprint = "counting", int dimensions = 8) : ITextEncoder
{
    public List<string> Encoded { get; } = [];

    /// <summary>Called before a batch is encoded.</summary>
    public Action BeforeBatch { get; init; } = () => { };

    public string Fingerprint => fingerprint;

    public int Dimensions => dimensions;

    public TextVectors Encode(IReadOnlyList<string> texts, TextRole role, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        BeforeBatch();
        Encoded.AddRange(texts);
        return Vectors(texts, role);
    }

    public TextVectors Vectors(IReadOnlyList<string> texts, TextRole role = TextRole.Document) =>
        new([.. texts.SelectMany(text => Vector(text, role))], dimensions);

    private float[] Vector(string text, TextRole role)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{role} {text}"));
        return [.. Enumerable.Range(0, dimensions).Select(n => (float)hash[n])];
    }
}
