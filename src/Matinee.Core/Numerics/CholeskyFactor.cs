namespace Matinee.Core.Numerics;

/// <summary>
/// L of a symmetric positive definite K = L Lᵀ, in double precision, for small systems; <see cref="PositiveDefinite"/> is for large ones.
/// </summary>
internal sealed class CholeskyFactor
{
    private readonly double[][] rows;

    /// <param name="entry">K's entry of a row and a column that is not greater.</param>
    /// <param name="leastPivot">What rounding may not bring a squared diagonal entry of L below.</param>
    public CholeskyFactor(int size, Func<int, int, double> entry, double leastPivot = 0)
    {
        rows = new double[size][];
        for (int n = 0; n < size; n++)
        {
            double[] row = rows[n] = new double[n + 1];
            for (int m = 0; m <= n; m++)
            {
                double rest = entry(n, m) - Dot(row, rows[m], m);
                row[m] = m == n ? Math.Sqrt(Math.Max(rest, leastPivot)) : rest / rows[m][m];
            }
        }
    }

    /// <summary>ln det K / 2.</summary>
    public double HalfLogDeterminant => rows.Index().Sum(row => Math.Log(row.Item[row.Index]));

    /// <summary>K x = b</summary>
    public double[] Solve(ReadOnlySpan<double> right) => Backward(Forward(right));

    /// <summary>L x = b</summary>
    public double[] Forward(ReadOnlySpan<double> right)
    {
        double[] solved = [.. right];
        for (int n = 0; n < solved.Length; n++)
        {
            solved[n] = (solved[n] - Dot(rows[n], solved, n)) / rows[n][n];
        }

        return solved;
    }

    /// <summary>Lᵀ x = b</summary>
    public double[] Backward(ReadOnlySpan<double> right)
    {
        double[] solved = [.. right];
        for (int n = solved.Length - 1; n >= 0; n--)
        {
            solved[n] /= rows[n][n];
            for (int m = 0; m < n; m++)
            {
                solved[m] -= rows[n][m] * solved[n];
            }
        }

        return solved;
    }

    private static double Dot(double[] left, double[] right, int length)
    {
        double sum = 0;
        for (int n = 0; n < length; n++)
        {
            sum += left[n] * right[n];
        }

        return sum;
    }
}
