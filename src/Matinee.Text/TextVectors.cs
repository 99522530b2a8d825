namespace Matinee.Text;

/// <summary>Vectors of texts, one row each.</summary>
/// <param name="Values">Row-major, [Count, Dimensions].</param>
public sealed record TextVectors(float[] Values, int Dimensions)
{
    public int Count => Values.Length / Dimensions;

    public ReadOnlySpan<float> this[int text] => Values.AsSpan(text * Dimensions, Dimensions);
}
