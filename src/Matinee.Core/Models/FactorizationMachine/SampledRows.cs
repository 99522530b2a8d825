using System.Numerics.Tensors;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>
/// What every kept sample says about the rows of one kind, in half precision: per row a bias and a vector, laid out part by
/// part with all samples beside each other, so that one pass of vector instructions serves them all.
/// </summary>
/// <param name="Values">Rows × (1 + rank) × samples: bias first.</param>
internal sealed record SampledRows(Half[] Values, int Rank, int Samples)
{
    public int Length => (1 + Rank) * Samples;
    public int RowCount => Values.Length / Length;

    public static SampledRows Empty(int rows, int rank, int samples) =>
        new(new Half[(long)rows * (1 + rank) * samples], rank, samples);

    /// <param name="target">(1 + rank) × samples; overwritten.</param>
    public void Read(int row, Span<float> target) =>
        TensorPrimitives.ConvertToSingle(Values.AsSpan(row * Length, Length), target[..Length]);

    /// <summary>Stores one sample of all rows.</summary>
    /// <param name="vectors">Rows × rank, row-major.</param>
    public void Store(int sample, ReadOnlySpan<double> biases, ReadOnlySpan<double> vectors)
    {
        for (int row = 0; row < biases.Length; row++)
        {
            int start = row * Length + sample;
            Values[start] = (Half)biases[row];
            for (int factor = 0; factor < Rank; factor++)
            {
                Values[start + (1 + factor) * Samples] = (Half)vectors[row * Rank + factor];
            }
        }
    }
}
