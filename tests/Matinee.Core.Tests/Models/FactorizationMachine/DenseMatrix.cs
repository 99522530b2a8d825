namespace Matinee.Core.Tests.Models.FactorizationMachine;

/// <summary>What a closed form needs of a small symmetric positive definite matrix, given as rows.</summary>
internal static class DenseMatrix
{
    /// <summary>By Gauss and Jordan; the pivots' product is the determinant.</summary>
    public static (double[][] Inverse, double LogDeterminant) Invert(double[][] matrix)
    {
        double[][] rows = [.. matrix.Select(row => (double[])row.Clone())];
        double logDeterminant = 0;
        for (int pivot = 0; pivot < rows.Length; pivot++)
        {
            double[] chosen = rows[pivot];
            double value = chosen[pivot];
            logDeterminant += Math.Log(value);
            chosen[pivot] = 1;
            for (int column = 0; column < chosen.Length; column++)
            {
                chosen[column] /= value;
            }

            foreach (double[] row in rows.Where(row => row != chosen))
            {
                double factor = row[pivot];
                row[pivot] = 0;
                for (int column = 0; column < row.Length; column++)
                {
                    row[column] -= factor * chosen[column];
                }
            }
        }

        return (rows, logDeterminant);
    }

    public static double[] Multiply(double[][] matrix, double[] vector) => [.. matrix.Select(row => Dot(row, vector))];

    public static double Dot(double[] one, double[] other) => one.Zip(other, (x, y) => x * y).Sum();
}
