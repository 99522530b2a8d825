namespace Matinee.Core.Models.Blend;

/// <summary>Solves a symmetric positive definite system of a dozen unknowns.</summary>
internal static class SmallCholesky
{
    /// <param name="matrix">n × n, row-major, of which the lower triangle is read.</param>
    /// <param name="right">n values.</param>
    public static double[] Solve(ReadOnlySpan<double> matrix, ReadOnlySpan<double> right)
    {
        int n = right.Length;
        double[] lower = [.. matrix];
        double[] x = [.. right];
        for (int row = 0; row < n; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                double sum = lower[row * n + column];
                for (int k = 0; k < column; k++)
                {
                    sum -= lower[row * n + k] * lower[column * n + k];
                }

                lower[row * n + column] = row == column ? Math.Sqrt(sum) : sum / lower[column * n + column];
            }

            for (int k = 0; k < row; k++)
            {
                x[row] -= lower[row * n + k] * x[k];
            }

            x[row] /= lower[row * n + row];
        }

        for (int row = n - 1; row >= 0; row--)
        {
            for (int k = row + 1; k < n; k++)
            {
                x[row] -= lower[k * n + row] * x[k];
            }

            x[row] /= lower[row * n + row];
        }

        return x;
    }
}
