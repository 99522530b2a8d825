namespace Matinee.Core.Models.Tuning;

/// <summary>What a Gaussian process takes for granted: how far values are alike, and how noisy they are.</summary>
/// <param name="Lengths">Per dimension: the distance over which values differ.</param>
/// <param name="Ordered">Per dimension: whether distance counts, or only difference.</param>
/// <param name="Noise">Variance of what is not a function of the point.</param>
internal sealed record GaussianProcessShape(double[] Lengths, bool[] Ordered, double Noise)
{
    /// <summary>Matérn 5/2: (1 + √5 r + 5 r² / 3) exp(−√5 r).</summary>
    public double Covariance(double[] left, double[] right)
    {
        double square = 0;
        for (int n = 0; n < Lengths.Length; n++)
        {
            double apart = left[n] - right[n];
            if (!Ordered[n] && apart != 0)
            {
                apart = 1;
            }

            apart /= Lengths[n];
            square += apart * apart;
        }

        double scaled = Math.Sqrt(5 * square);
        return (1 + scaled + (5.0 / 3 * square)) * Math.Exp(-scaled);
    }
}
