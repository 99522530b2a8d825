namespace Matinee.Data.Simulation;

/// <summary>
/// Functions built from +, −, ×, ÷ and bit operations (and the square root, which IEEE 754 fixes): the same bits on
/// every machine, unlike those of <see cref="Math"/>, which follow the platform's C library.
/// </summary>
internal static class PortableMath
{
    private const double Ln2 = 0.693147180559945309;
    private const double Sqrt2 = 1.41421356237309505;

    /// <summary>e to the <paramref name="exponent"/>, which is between −300 and 300.</summary>
    public static double Exp(double exponent)
    {
        double power = Math.Floor(exponent / Ln2 + 0.5);
        double rest = exponent - power * Ln2;
        double sum = 1;
        // |rest| < 0.35: fourteen terms of the Taylor series reach double precision.
        for (int n = 14; n > 0; n--)
        {
            sum = 1 + sum * rest / n;
        }

        return sum * BitConverter.Int64BitsToDouble(((long)power + 1023) << 52);
    }

    /// <summary>Natural logarithm of a positive, normal number.</summary>
    public static double Log(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)(bits >> 52) - 1023;
        double mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | (1023L << 52));
        if (mantissa > Sqrt2)
        {
            mantissa /= 2;
            exponent++;
        }

        // ln m = 2 artanh((m − 1) / (m + 1)), an odd series; |s| < 0.18 needs ten terms.
        double s = (mantissa - 1) / (mantissa + 1);
        double square = s * s;
        double sum = 0;
        for (int n = 19; n > 0; n -= 2)
        {
            sum = sum * square + 1.0 / n;
        }

        return exponent * Ln2 + 2 * s * sum;
    }

    /// <summary>
    /// Where the standard normal distribution reaches <paramref name="probability"/>, in (0, 1): Acklam's rational
    /// approximation, good to nine digits.
    /// </summary>
    public static double NormalQuantile(double probability)
    {
        const double tail = 0.02425;
        if (probability > 1 - tail)
        {
            return -NormalQuantile(1 - probability);
        }

        if (probability < tail)
        {
            double q = Math.Sqrt(-2 * Log(probability));
            return (
                    (
                        (
                            ((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838) * q
                            - 2.549732539343734
                        ) * q
                        + 4.374664141464968
                    ) * q
                    + 2.938163982698783
                )
                / (
                    (
                        ((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996) * q
                        + 3.754408661907416
                    ) * q
                    + 1
                );
        }

        double centred = probability - 0.5;
        double r = centred * centred;
        double above =
            (
                (
                    ((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
                    + 1.383577518672690e+02
                ) * r
                - 3.066479806614716e+01
            ) * r
            + 2.506628277459239;
        double below =
            (
                (
                    ((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r
                    + 6.680131188771972e+01
                ) * r
                - 1.328068155288572e+01
            ) * r
            + 1;
        return centred * above / below;
    }
}
