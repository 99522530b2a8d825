using System.Numerics.Tensors;

namespace Matinee.Core.Numerics;

/// <summary>What is known of a vector ŷ = scale × bytes that stands for y.</summary>
/// <param name="Scale">max |y| / 127; 0 where that is no normal number.</param>
/// <param name="Sum">Of the bytes.</param>
/// <param name="Norm">‖ŷ‖, in double precision.</param>
/// <param name="Error">‖y − ŷ‖, in double precision.</param>
internal readonly record struct ByteVector(float Scale, int Sum, double Norm, double Error)
{
    private const int Largest = 127;

    /// <param name="bytes">At least as long as the values; the first ones are overwritten with −127 to 127.</param>
    public static ByteVector Of(ReadOnlySpan<float> values, Span<sbyte> bytes)
    {
        float scale = Math.Abs(TensorPrimitives.MaxMagnitude(values)) / Largest;
        if (float.IsSubnormal(scale))
        {
            // So that a scale times a whole number is exact to float's relative precision.
            scale = 0;
        }

        double inverse = scale > 0 ? 1 / (double)scale : 0;
        int sum = 0;
        int squares = 0;
        double error = 0;
        for (int k = 0; k < values.Length; k++)
        {
            bytes[k] = (sbyte)Math.Clamp((int)Math.Round(values[k] * inverse), -Largest, Largest);
            sum += bytes[k];
            squares += bytes[k] * bytes[k];
            double rest = values[k] - ((double)scale * bytes[k]);
            error += rest * rest;
        }

        return new ByteVector(scale, sum, scale * Math.Sqrt(squares), Math.Sqrt(error));
    }
}
