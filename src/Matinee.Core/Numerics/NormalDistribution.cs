using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Matinee.Core.Numerics;

/// <summary>The standard normal distribution, to 14 digits; of small tails to 8 of their own.</summary>
internal static class NormalDistribution
{
    /// <summary>1 / √(2π)</summary>
    public const double DensityAtZero = 0.3989422804014327;

    // Where the rational approximation ends and the continued fraction begins.
    private const double Far = 7.07106781186547;

    public static double Density(double x) => DensityAtZero * Math.Exp(-0.5 * x * x);

    public static Vector256<double> Density(Vector256<double> x) =>
        Vector256.Exp(Vector256.Max(x * x * -0.5, Vector256.Create(-745.0))) * DensityAtZero;

    /// <summary>Φ(x)</summary>
    public static double Cumulative(double x) => Cumulative(Vector256.Create(x)).ToScalar();

    /// <summary>The mean of Φ over the values, to six digits (Abramowitz and Stegun 1964, 7.1.26).</summary>
    public static double MeanCumulative(ReadOnlySpan<float> values)
    {
        double sum = 0;
        int n = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<float> sums = default;
            for (; n + Vector256<float>.Count <= values.Length; n += Vector256<float>.Count)
            {
                sums += Cumulative(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)n));
            }

            sum = Vector256.Sum(sums);
        }

        for (; n < values.Length; n++)
        {
            sum += Cumulative((double)values[n]);
        }

        return sum / values.Length;
    }

    private static Vector256<float> Cumulative(Vector256<float> x)
    {
        const float Root = 0.70710678f;
        Vector256<float> size = Vector256.Abs(x) * Root;
        Vector256<float> t = Vector256<float>.One / (Vector256<float>.One + 0.3275911f * size);
        Vector256<float> polynomial = Vector256.Create(1.061405429f);
        polynomial = polynomial * t - Vector256.Create(1.453152027f);
        polynomial = polynomial * t + Vector256.Create(1.421413741f);
        polynomial = polynomial * t - Vector256.Create(0.284496736f);
        polynomial = polynomial * t + Vector256.Create(0.254829592f);
        Vector256<float> tail = polynomial * t * Vector256.Exp(-size * size) * 0.5f;
        return Vector256.ConditionalSelect(
            Vector256.GreaterThan(x, Vector256<float>.Zero),
            Vector256<float>.One - tail,
            tail
        );
    }

    /// <summary>
    /// Φ of four values at once, by Hart's rational approximation as in West 2005, with a continued fraction beyond 7.
    /// </summary>
    public static Vector256<double> Cumulative(Vector256<double> x)
    {
        // Beyond, nothing is left of a double.
        Vector256<double> size = Vector256.Min(Vector256.Abs(x), Vector256.Create(40.0));
        Vector256<double> tail = Vector256.Exp(size * size * -0.5) * TailOverExponential(size);
        return Vector256.ConditionalSelect(
            Vector256.GreaterThan(x, Vector256<double>.Zero),
            Vector256<double>.One - tail,
            tail
        );
    }

    /// <summary>Φ⁻¹(p) for p in (0, 1): algorithm AS 241 (Wichura 1988).</summary>
    public static double Quantile(double p) => Quantile(Vector256.Create(p)).ToScalar();

    /// <summary>Φ⁻¹ of four values at once.</summary>
    public static Vector256<double> Quantile(Vector256<double> p)
    {
        Vector256<double> q = p - Vector256.Create(0.5);
        Vector256<double> isCentral = Vector256.LessThanOrEqual(Vector256.Abs(q), Vector256.Create(0.425));
        Vector256<double> central = q * CentralRatio(Vector256.Create(0.180625) - q * q);
        if (Vector256.All(isCentral.AsInt64(), -1))
        {
            return central;
        }

        Vector256<double> isLower = Vector256.LessThan(q, Vector256<double>.Zero);
        Vector256<double> share = Vector256.ConditionalSelect(isLower, p, Vector256<double>.One - p);
        Vector256<double> r = Vector256.Sqrt(-Vector256.Log(share));
        Vector256<double> tail = Tail(r - Vector256.Create(1.6));
        Vector256<double> isFar = Vector256.GreaterThan(r, Vector256.Create(5.0));
        if (isFar != Vector256<double>.Zero)
        {
            tail = Vector256.ConditionalSelect(isFar, FarTail(r - Vector256.Create(5.0)), tail);
        }

        return Vector256.ConditionalSelect(isCentral, central, Vector256.ConditionalSelect(isLower, -tail, tail));
    }

    /// <summary>(1 − Φ(x)) / exp(−x²/2) for x ≥ 0.</summary>
    private static Vector256<double> TailOverExponential(Vector256<double> x)
    {
        Vector256<double> above = Vector256.Create(3.52624965998911e-02);
        above = above * x + Vector256.Create(0.700383064443688);
        above = above * x + Vector256.Create(6.37396220353165);
        above = above * x + Vector256.Create(33.912866078383);
        above = above * x + Vector256.Create(112.079291497871);
        above = above * x + Vector256.Create(221.213596169931);
        above = above * x + Vector256.Create(220.206867912376);
        Vector256<double> below = Vector256.Create(8.83883476483184e-02);
        below = below * x + Vector256.Create(1.75566716318264);
        below = below * x + Vector256.Create(16.064177579207);
        below = below * x + Vector256.Create(86.7807322029461);
        below = below * x + Vector256.Create(296.564248779674);
        below = below * x + Vector256.Create(637.333633378831);
        below = below * x + Vector256.Create(793.826512519948);
        below = below * x + Vector256.Create(440.413735824752);
        Vector256<double> far = Vector256.GreaterThanOrEqual(x, Vector256.Create(Far));
        if (far == Vector256<double>.Zero)
        {
            return above / below;
        }

        Vector256<double> fraction = x + Vector256.Create(0.65);
        fraction = x + Vector256.Create(4.0) / fraction;
        fraction = x + Vector256.Create(3.0) / fraction;
        fraction = x + Vector256.Create(2.0) / fraction;
        fraction = x + Vector256.Create(1.0) / fraction;
        return Vector256.ConditionalSelect(far, Vector256.Create(DensityAtZero) / fraction, above / below);
    }

    private static Vector256<double> CentralRatio(Vector256<double> r)
    {
        Vector256<double> above = Vector256.Create(2.5090809287301226727e3);
        above = above * r + Vector256.Create(3.3430575583588128105e4);
        above = above * r + Vector256.Create(6.7265770927008700853e4);
        above = above * r + Vector256.Create(4.5921953931549871457e4);
        above = above * r + Vector256.Create(1.3731693765509461125e4);
        above = above * r + Vector256.Create(1.9715909503065514427e3);
        above = above * r + Vector256.Create(1.3314166789178437745e2);
        above = above * r + Vector256.Create(3.3871328727963666080);
        Vector256<double> below = Vector256.Create(5.2264952788528545610e3);
        below = below * r + Vector256.Create(2.8729085735721942674e4);
        below = below * r + Vector256.Create(3.9307895800092710610e4);
        below = below * r + Vector256.Create(2.1213794301586595867e4);
        below = below * r + Vector256.Create(5.3941960214247511077e3);
        below = below * r + Vector256.Create(6.8718700749205790830e2);
        below = below * r + Vector256.Create(4.2313330701600911252e1);
        below = below * r + Vector256.Create(1.0);
        return above / below;
    }

    private static Vector256<double> Tail(Vector256<double> r)
    {
        Vector256<double> above = Vector256.Create(7.74545014278341407640e-4);
        above = above * r + Vector256.Create(2.27238449892691845833e-2);
        above = above * r + Vector256.Create(2.41780725177450611770e-1);
        above = above * r + Vector256.Create(1.27045825245236838258);
        above = above * r + Vector256.Create(3.64784832476320460504);
        above = above * r + Vector256.Create(5.76949722146069140550);
        above = above * r + Vector256.Create(4.63033784615654529590);
        above = above * r + Vector256.Create(1.42343711074968357734);
        Vector256<double> below = Vector256.Create(1.05075007164441684324e-9);
        below = below * r + Vector256.Create(5.47593808499534494600e-4);
        below = below * r + Vector256.Create(1.51986665636164571966e-2);
        below = below * r + Vector256.Create(1.48103976427480074590e-1);
        below = below * r + Vector256.Create(6.89767334985100004550e-1);
        below = below * r + Vector256.Create(1.67638483018380384940);
        below = below * r + Vector256.Create(2.05319162663775882187);
        below = below * r + Vector256.Create(1.0);
        return above / below;
    }

    private static Vector256<double> FarTail(Vector256<double> r)
    {
        Vector256<double> above = Vector256.Create(2.01033439929228813265e-7);
        above = above * r + Vector256.Create(2.71155556874348757815e-5);
        above = above * r + Vector256.Create(1.24266094738807843860e-3);
        above = above * r + Vector256.Create(2.65321895265761230930e-2);
        above = above * r + Vector256.Create(2.96560571828504891230e-1);
        above = above * r + Vector256.Create(1.78482653991729133580);
        above = above * r + Vector256.Create(5.46378491116411436990);
        above = above * r + Vector256.Create(6.65790464350110377720);
        Vector256<double> below = Vector256.Create(2.04426310338993978564e-15);
        below = below * r + Vector256.Create(1.42151175831644588870e-7);
        below = below * r + Vector256.Create(1.84631831751005468180e-5);
        below = below * r + Vector256.Create(7.86869131145613259100e-4);
        below = below * r + Vector256.Create(1.48753612908506148525e-2);
        below = below * r + Vector256.Create(1.36929880922735805310e-1);
        below = below * r + Vector256.Create(5.99832206555887937690e-1);
        below = below * r + Vector256.Create(1.0);
        return above / below;
    }
}
