using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Numerics;

internal static class RandomFactors
{
    /// <summary>Of random directions, some much longer than others, as learned factors are.</summary>
    public static FactorMatrix WithNorms(int rows, int factors, long stream)
    {
        var random = new CounterRandom(42, stream);
        var matrix = new FactorMatrix(rows, factors);
        for (int row = 0; row < rows; row++)
        {
            long start = (long)row * (factors + 1);
            var length = (float)Math.Exp(random.Normal(start));
            for (int k = 0; k < factors; k++)
            {
                matrix[row][k] = length * (float)random.Normal(start + 1 + k);
            }
        }

        return matrix;
    }
}
