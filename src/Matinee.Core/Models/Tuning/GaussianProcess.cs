namespace Matinee.Core.Models.Tuning;

/// <summary>
/// A Gaussian process of mean 0 and variance 1 (Rasmussen and Williams 2006) with the Matérn 5/2 kernel and a length per dimension; two
/// values of an unordered dimension are 1 apart.
/// </summary>
internal sealed class GaussianProcess
{
    private readonly GaussianProcessShape shape;
    private readonly IReadOnlyList<double[]> points;
    private readonly double[][] factor;
    private readonly double[] weights;

    /// <param name="points">At least one, each a position per dimension.</param>
    /// <param name="values">One per point.</param>
    public GaussianProcess(GaussianProcessShape shape, IReadOnlyList<double[]> points, IReadOnlyList<double> values)
    {
        this.shape = shape;
        this.points = points;
        factor = Factor(shape, points);
        double[] half = Forward([.. values]);
        LogLikelihood =
            (-0.5 * half.Sum(x => x * x))
            - factor.Index().Sum(row => Math.Log(row.Item[row.Index]))
            - (0.5 * points.Count * Math.Log(2 * Math.PI));
        weights = Backward(half);
    }

    /// <summary>ln p(values).</summary>
    public double LogLikelihood { get; }

    /// <summary>Of the function itself, without the noise.</summary>
    public (double Mean, double Deviation) Predict(double[] point)
    {
        double[] covariances = [.. points.Select(known => shape.Covariance(point, known))];
        double mean = 0;
        for (int n = 0; n < covariances.Length; n++)
        {
            mean += covariances[n] * weights[n];
        }

        double explained = Forward(covariances).Sum(x => x * x);
        return (mean, Math.Sqrt(Math.Max(0, 1 - explained)));
    }

    // L of K = L Lᵀ, row by row.
    private static double[][] Factor(GaussianProcessShape shape, IReadOnlyList<double[]> points)
    {
        var rows = new double[points.Count][];
        for (int n = 0; n < rows.Length; n++)
        {
            double[] row = rows[n] = new double[n + 1];
            for (int m = 0; m <= n; m++)
            {
                double sum = shape.Covariance(points[n], points[m]) + (m == n ? shape.Noise : 0);
                sum -= Dot(row, rows[m], m);
                // The noise keeps it above 0 but for rounding.
                row[m] = m == n ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / rows[m][m];
            }
        }

        return rows;
    }

    // L x = b; b is overwritten.
    private double[] Forward(double[] right)
    {
        for (int n = 0; n < right.Length; n++)
        {
            right[n] = (right[n] - Dot(factor[n], right, n)) / factor[n][n];
        }

        return right;
    }

    // Lᵀ x = b
    private double[] Backward(double[] right)
    {
        double[] solved = [.. right];
        for (int n = solved.Length - 1; n >= 0; n--)
        {
            solved[n] /= factor[n][n];
            for (int m = 0; m < n; m++)
            {
                solved[m] -= factor[n][m] * solved[n];
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
