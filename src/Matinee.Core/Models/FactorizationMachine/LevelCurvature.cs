namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>
/// Gradient g and negative Hessian H of a log-likelihood in the cut-points. H is tridiagonal, for a level touches only its two
/// bounds, and positive definite.
/// </summary>
internal sealed class LevelCurvature(int cuts)
{
    public double[] Gradient { get; } = new double[cuts];

    /// <summary>Hₖₖ</summary>
    public double[] Diagonal { get; } = new double[cuts];

    /// <summary>Hₖ,ₖ₊₁</summary>
    public double[] Beside { get; } = new double[Math.Max(0, cuts - 1)];

    /// <summary>H⁻¹ g</summary>
    public double[] NewtonStep()
    {
        (double[] roots, double[] lower) = Factor();
        var forward = new double[Gradient.Length];
        for (int k = 0; k < forward.Length; k++)
        {
            forward[k] = (Gradient[k] - (k == 0 ? 0 : lower[k - 1] * forward[k - 1])) / roots[k];
        }

        return Back(forward, roots, lower);
    }

    /// <summary>A draw from N(0, H⁻¹) made of standard normal numbers.</summary>
    public double[] Scatter(double[] normals)
    {
        (double[] roots, double[] lower) = Factor();
        return Back(normals, roots, lower);
    }

    /// <summary>√(dᵀ H d): how many standard deviations long d is.</summary>
    public double Size(double[] d)
    {
        double sum = 0;
        for (int k = 0; k < d.Length; k++)
        {
            sum += Diagonal[k] * d[k] * d[k];
            if (k > 0)
            {
                sum += 2 * Beside[k - 1] * d[k] * d[k - 1];
            }
        }

        return Math.Sqrt(Math.Max(0, sum));
    }

    // H = L Lᵀ with L bidiagonal.
    private (double[] Roots, double[] Lower) Factor()
    {
        var roots = new double[Diagonal.Length];
        var lower = new double[Beside.Length];
        for (int k = 0; k < roots.Length; k++)
        {
            double left = Diagonal[k] - (k == 0 ? 0 : lower[k - 1] * lower[k - 1]);
            roots[k] = Math.Sqrt(Math.Max(left, 1e-12));
            if (k < lower.Length)
            {
                lower[k] = Beside[k] / roots[k];
            }
        }

        return (roots, lower);
    }

    private static double[] Back(double[] right, double[] roots, double[] lower)
    {
        var x = new double[right.Length];
        for (int k = x.Length - 1; k >= 0; k--)
        {
            x[k] = (right[k] - (k + 1 < x.Length ? lower[k] * x[k + 1] : 0)) / roots[k];
        }

        return x;
    }
}
