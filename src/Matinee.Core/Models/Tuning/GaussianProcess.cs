using Matinee.Core.Numerics;

namespace Matinee.Core.Models.Tuning;

/// <summary>
/// A Gaussian process of mean 0 and variance 1 (Rasmussen and Williams 2006) with the Matérn 5/2 kernel and a length per dimension; two
/// values of an unordered dimension are 1 apart.
/// </summary>
internal sealed class GaussianProcess
{
    private readonly GaussianProcessShape shape;
    private readonly IReadOnlyList<double[]> points;
    private readonly CholeskyFactor factor;
    private readonly double[] weights;

    /// <param name="points">At least one, each a position per dimension.</param>
    /// <param name="values">One per point.</param>
    public GaussianProcess(GaussianProcessShape shape, IReadOnlyList<double[]> points, IReadOnlyList<double> values)
    {
        this.shape = shape;
        this.points = points;
        // The noise keeps the pivots above 0 but for rounding.
        factor = new CholeskyFactor(
            points.Count,
            (n, m) => shape.Covariance(points[n], points[m]) + (m == n ? shape.Noise : 0),
            leastPivot: 1e-12
        );
        double[] half = factor.Forward([.. values]);
        LogLikelihood =
            (-0.5 * half.Sum(x => x * x)) - factor.HalfLogDeterminant - (0.5 * points.Count * Math.Log(2 * Math.PI));
        weights = factor.Backward(half);
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

        double explained = factor.Forward(covariances).Sum(x => x * x);
        return (mean, Math.Sqrt(Math.Max(0, 1 - explained)));
    }
}
