namespace Matinee.Data.Synthetic;

/// <summary>
/// Splits a total into whole shares along weights, none larger than its room. Near its room a share grows ever more
/// slowly, so that a long tail bends instead of piling up at the limit.
/// </summary>
internal static class BoundedShares
{
    private const int Steps = 50;

    /// <param name="total">Not more than all rooms together.</param>
    public static int[] Split(long total, ReadOnlySpan<double> weights, ReadOnlySpan<int> rooms)
    {
        double scale = FindScale(total, weights, rooms);
        int[] shares = new int[weights.Length];
        double exact = 0;
        long given = 0;
        for (int n = 0; n < shares.Length; n++)
        {
            exact += Share(scale * weights[n], rooms[n]);
            // Rounds the running sum and not each share, so that rounding errors don't add up.
            shares[n] = (int)Math.Min(Math.Min((long)(exact + 0.5), total) - given, rooms[n]);
            given += shares[n];
        }

        for (int n = 0; given < total; n = (n + 1) % shares.Length)
        {
            if (shares[n] < rooms[n])
            {
                shares[n]++;
                given++;
            }
        }

        return shares;
    }

    private static double FindScale(long total, ReadOnlySpan<double> weights, ReadOnlySpan<int> rooms)
    {
        double low = 0;
        double high = 1;
        for (int n = 0; n < Steps && Sum(high, weights, rooms) < total; n++)
        {
            low = high;
            high *= 4;
        }

        for (int n = 0; n < Steps; n++)
        {
            double middle = (low + high) / 2;
            if (Sum(middle, weights, rooms) < total)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return high;
    }

    private static double Sum(double scale, ReadOnlySpan<double> weights, ReadOnlySpan<int> rooms)
    {
        double sum = 0;
        for (int n = 0; n < weights.Length; n++)
        {
            sum += Share(scale * weights[n], rooms[n]);
        }

        return sum;
    }

    private static double Share(double wanted, double room) =>
        room == 0 ? 0 : wanted / Math.Sqrt(1 + wanted / room * (wanted / room));
}
