namespace Matinee.Api.Online;

/// <summary>A share with its 95% interval (Wilson 1927), which stays within 0 and 1 and makes sense for a handful, too.</summary>
/// <param name="Value">Null of nothing.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
public sealed record Proportion(double? Value, double? Low, double? High)
{
    private const double Z = 1.959963984540054;

    /// <param name="count">0 to <paramref name="total"/>.</param>
    internal static Proportion Of(long count, long total)
    {
        if (total <= 0)
        {
            return new Proportion(null, null, null);
        }

        // A movie may be clicked that was counted as shown by a process that was killed before it wrote so.
        double share = Math.Min(1, (double)count / total);
        double z2 = Z * Z / total;
        double centre = (share + (z2 / 2)) / (1 + z2);
        double half = Z * Math.Sqrt((share * (1 - share) / total) + (z2 / (4 * total))) / (1 + z2);
        return new Proportion(Rounded(share), Rounded(Math.Max(0, centre - half)), Rounded(Math.Min(1, centre + half)));
    }

    private static double Rounded(double value) => Math.Round(value, 4);
}
