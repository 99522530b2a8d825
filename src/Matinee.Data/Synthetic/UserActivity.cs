using Matinee.Core.Numerics;
using Matinee.Data.Simulation;

namespace Matinee.Data.Synthetic;

/// <summary>
/// How many ratings each user gives: a minimum and a log-normal tail. For ml-32m the spread follows from the mean of
/// 159 and the median of 73 above the minimum of 20 (ln(139 / 53) = σ² / 2), and gives the right maximum, too.
/// </summary>
internal static class UserActivity
{
    private const double TailSpread = 1.4;

    // Even the keenest have not seen everything, unless so many ratings are asked for that they must.
    private const double LargestShare = 0.7;
    private const double LargestOverMean = 1.5;

    public static int[] Draw(SyntheticOptions options)
    {
        double mean = (double)options.Ratings / options.Users;
        int least = options.MinRatingsPerUser;
        int most = (int)
            Math.Min(options.Movies, Math.Ceiling(Math.Max(LargestShare * options.Movies, LargestOverMean * mean)));
        // Quantiles in random order: the shape is the same for every seed, down to the most active user.
        int[] order = [.. Enumerable.Range(0, options.Users)];
        new CounterRandom(options.Seed, (long)DrawPurpose.Activity << 32).Shuffle<int>(order);
        double[] weights = new double[options.Users];
        for (int user = 0; user < weights.Length; user++)
        {
            double quantile = PortableMath.NormalQuantile((order[user] + 0.5) / options.Users);
            weights[user] = PortableMath.Exp(TailSpread * quantile);
        }

        int[] rooms = new int[options.Users];
        Array.Fill(rooms, most - least);
        int[] counts = BoundedShares.Split(options.Ratings - (long)least * options.Users, weights, rooms);
        for (int user = 0; user < counts.Length; user++)
        {
            counts[user] += least;
        }

        return counts;
    }
}
