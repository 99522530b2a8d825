namespace Matinee.Core.Tests.Models.FactorizationMachine;

/// <summary>
/// The exact posterior of ratings = w₀ + weight of the user + noise, with its priors: given the precisions α of the noise and
/// λ of the weights everything else is normal, and over those two a grid sums (log α, log λ).
/// </summary>
internal sealed class LinearPosterior
{
    private const int Steps = 120;
    private const double From = -12;
    private const double To = 8;

    private readonly int[] userOf;
    private readonly double[] ratings;
    private readonly int users;

    public LinearPosterior(int[] userOf, float[] ratings)
    {
        this.userOf = userOf;
        this.ratings = [.. ratings.Select(rating => (double)rating)];
        users = userOf.Max() + 1;
        Weights = new double[users];
        Integrate();
    }

    public double LogNoise { get; private set; }
    public double LogPrecision { get; private set; }
    public double Intercept { get; private set; }
    public double PriorMean { get; private set; }
    public double[] Weights { get; }

    private void Integrate()
    {
        double[] places = [.. Enumerable.Range(0, Steps).Select(n => From + (To - From) * (n + 0.5) / Steps)];
        Point[] points = [.. places.SelectMany(noise => places.Select(precision => At(noise, precision)))];
        double most = points.Max(point => point.LogDensity);
        double total = points.Sum(point => Math.Exp(point.LogDensity - most));
        foreach (Point point in points)
        {
            double share = Math.Exp(point.LogDensity - most) / total;
            LogNoise += share * point.LogNoise;
            LogPrecision += share * point.LogPrecision;
            // Of every unknown: its covariance with the ratings times V⁻¹ y.
            double all = point.Solved.Sum();
            Intercept += share * all;
            PriorMean += share * all * Math.Exp(-point.LogPrecision);
            for (int user = 0; user < users; user++)
            {
                double own = point.Solved.Where((_, n) => userOf[n] == user).Sum();
                Weights[user] += share * (all + own) * Math.Exp(-point.LogPrecision);
            }
        }
    }

    // y ~ N(0, V): noise 1/α, intercept 1, the weights' mean 1/λ, and each user's weight around it 1/λ.
    private Point At(double logNoise, double logPrecision)
    {
        int count = ratings.Length;
        double[][] covariance = [.. ratings.Select(_ => new double[count])];
        for (int row = 0; row < count; row++)
        {
            for (int column = 0; column < count; column++)
            {
                covariance[row][column] =
                    1
                    + Math.Exp(-logPrecision) * (userOf[row] == userOf[column] ? 2 : 1)
                    + (row == column ? Math.Exp(-logNoise) : 0);
            }
        }

        (double[][] inverse, double logDeterminant) = DenseMatrix.Invert(covariance);
        double[] solved = DenseMatrix.Multiply(inverse, ratings);
        double square = DenseMatrix.Dot(solved, ratings);
        double logDensity =
            -0.5 * (logDeterminant + square) + LogPrior(logNoise, rate: 0.5) + LogPrior(logPrecision, rate: 0.005);
        return new Point(logNoise, logPrecision, logDensity, solved);
    }

    // Gamma(½, rate) as a density of the logarithm: of one rating's worth for the noise, of a weight of 0.1 for the weights.
    private static double LogPrior(double log, double rate) => 0.5 * log - rate * Math.Exp(log);

    private sealed record Point(double LogNoise, double LogPrecision, double LogDensity, double[] Solved);
}
