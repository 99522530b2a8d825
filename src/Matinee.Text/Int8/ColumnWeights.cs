namespace Matinee.Text.Int8;

/// <summary>A matrix in 8 bits, every column with a step of its own: value ≈ step · number.</summary>
/// <param name="Numbers">-127 to 127, [rows, columns].</param>
/// <param name="Steps">One per column.</param>
internal sealed record ColumnWeights(sbyte[] Numbers, float[] Steps)
{
    private const int Largest = sbyte.MaxValue;

    /// <param name="weights">[rows, columns].</param>
    public static ColumnWeights Of(ReadOnlySpan<float> weights, int columns)
    {
        var steps = new float[columns];
        for (int n = 0; n < weights.Length; n++)
        {
            steps[n % columns] = Math.Max(steps[n % columns], Math.Abs(weights[n]) / Largest);
        }

        var numbers = new sbyte[weights.Length];
        for (int n = 0; n < weights.Length; n++)
        {
            float step = steps[n % columns];
            numbers[n] = step == 0 ? (sbyte)0 : (sbyte)MathF.Round(weights[n] / step);
        }

        return new ColumnWeights(numbers, steps);
    }
}
