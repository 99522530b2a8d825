using Matinee.Core.Numerics;

namespace Matinee.Bench;

/// <summary>People and items whose factors look like those that implicit ALS learns: of random directions and log-normal lengths.</summary>
internal static class RetrievalInputs
{
    public const int Items = 87_585;
    public const int Factors = 128;

    /// <summary>People whose history is left out of their lists; the same for all.</summary>
    public static readonly int[] Seen = [.. Enumerable.Range(0, 200).Select(n => n * 400)];

    /// <param name="spread">Standard deviation of the lengths' logarithms.</param>
    public static FactorMatrix Matrix(int rows, double spread, long stream)
    {
        var directions = new CounterRandom(42, stream);
        var lengths = new CounterRandom(42, stream + 1);
        var matrix = new FactorMatrix(rows, Factors);
        for (int row = 0; row < rows; row++)
        {
            double length = 0.1 * Math.Exp(spread * lengths.Normal(row));
            for (int k = 0; k < Factors; k++)
            {
                matrix[row][k] = (float)(length * directions.Normal(((long)row * Factors) + k));
            }
        }

        return matrix;
    }

    public static ulong[] LeftOut()
    {
        var leftOut = new ulong[ItemBits.Words(Items)];
        ItemBits.Add(leftOut, Seen);
        return leftOut;
    }
}
