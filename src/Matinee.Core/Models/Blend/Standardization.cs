using System.Numerics.Tensors;

namespace Matinee.Core.Models.Blend;

/// <summary>
/// A feature's scale for one person: mean and deviation over the ranked movies that are not in the history. Values become
/// asinh((x − mean) / deviation): as they are near the mean, logarithmic far above it, where some models' best scores lie thirty
/// deviations out.
/// </summary>
internal readonly record struct Standardization(float Mean, float InverseDeviation)
{
    /// <param name="values">Of all items; the first <paramref name="ranked"/> count.</param>
    /// <param name="seen">The history's items, ascending: left out.</param>
    public static Standardization Of(ReadOnlySpan<float> values, int ranked, ReadOnlySpan<int> seen)
    {
        ReadOnlySpan<float> counted = values[..ranked];
        // From a value among them, so that little is lost where the deviation is small against the mean.
        float origin = ranked > 0 ? counted[0] : 0;
        double sum = 0;
        double squares = 0;
        foreach (float value in counted)
        {
            double shifted = value - origin;
            sum += shifted;
            squares += shifted * shifted;
        }

        int count = ranked;
        foreach (int item in seen)
        {
            if (item < ranked)
            {
                double shifted = counted[item] - origin;
                sum -= shifted;
                squares -= shifted * shifted;
                count--;
            }
        }

        if (count <= 0)
        {
            return new Standardization(0, 0);
        }

        double mean = sum / count;
        double deviation = Math.Sqrt(Math.Max(0, (squares / count) - (mean * mean)));
        bool isConstant = deviation <= 1e-7 * (Math.Abs(mean) + Math.Abs(origin));
        return new Standardization((float)(origin + mean), isConstant ? 0 : (float)(1 / deviation));
    }

    public float Of(float value) => MathF.Asinh((value - Mean) * InverseDeviation);

    /// <summary>How much of a step in the raw value arrives: the secant of <see cref="Of(float)"/> from the mean.</summary>
    public float Slope(float value)
    {
        float z = (value - Mean) * InverseDeviation;
        return InverseDeviation * (Math.Abs(z) < 1e-3f ? 1 : MathF.Asinh(z) / z);
    }

    /// <summary>In place.</summary>
    /// <param name="scratch">As long as the values; overwritten.</param>
    public void Apply(Span<float> values, Span<float> scratch)
    {
        TensorPrimitives.Subtract(values, Mean, values);
        TensorPrimitives.Multiply(values, InverseDeviation, values);
        // asinh z = sign z · ln(|z| + √(z² + 1)), which is vectorised as asinh is not.
        TensorPrimitives.MultiplyAdd(values, values, 1f, scratch);
        TensorPrimitives.Sqrt<float>(scratch, scratch);
        Span<float> magnitudes = scratch;
        for (int n = 0; n < values.Length; n++)
        {
            magnitudes[n] += Math.Abs(values[n]);
        }

        TensorPrimitives.Log<float>(magnitudes, magnitudes);
        TensorPrimitives.CopySign<float>(magnitudes, values, values);
    }
}
