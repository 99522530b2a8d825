namespace Matinee.Core.Tests.Models.FactorizationMachine;

/// <summary>What a closed form needs of a small symmetric positive definite matrix.</summary>
internal static class DenseMatrix
{
    /// <summary>By Gauss and Jordan; the pivots' product is the determinant.</summary>
    public static (double[,] Inverse, double LogDeterminant) Invert(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        var left = (double[,])matrix.Clone();
        var inverse = new double[n, n];
        double logDeterminant = 0;
        for (int k = 0; k < n; k++)
        {
            inverse[k, k] = 1;
        }

        for (int pivot = 0; pivot < n; pivot++)
        {
            double value = left[pivot, pivot];
            logDeterminant += Math.Log(value);
            for (int column = 0; column < n; column++)
            {
                left[pivot, column] /= value;
                inverse[pivot, column] /= value;
            }

            for (int row = 0; row < n; row++)
            {
                double factor = left[row, pivot];
                if (row != pivot && factor != 0)
                {
                    for (int column = 0; column < n; column++)
                    {
                        left[row, column] -= factor * left[pivot, column];
                        inverse[row, column] -= factor * inverse[pivot, column];
                    }
                }
            }
        }

        return (inverse, logDeterminant);
    }

    public static double[] Multiply(double[,] matrix, double[] vector)
    {
        var product = new double[vector.Length];
        for (int row = 0; row < product.Length; row++)
        {
            for (int column = 0; column < vector.Length; column++)
            {
                product[row] += matrix[row, column] * vector[column];
            }
        }

        return product;
    }
}
