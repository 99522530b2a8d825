namespace Matinee.Text;

/// <summary>Turns texts into vectors of unit length: the nearer their direction, the nearer their meaning.</summary>
public interface ITextEncoder
{
    /// <summary>
    /// Names the model and everything about it that changes a vector, in lower-case hexadecimal. Equal fingerprints, equal
    /// vectors.
    /// </summary>
    string Fingerprint { get; }

    int Dimensions { get; }

    /// <returns>One vector per text, in the order of the texts.</returns>
    TextVectors Encode(IReadOnlyList<string> texts, TextRole role, CancellationToken cancellation = default);
}
