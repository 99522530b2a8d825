using Matinee.Data.Simulation;

namespace Matinee.Data.Demo;

/// <summary>Who rates how much: a log-normal long tail above the minimum, summing exactly to the ratings asked for.</summary>
internal static class ActivityPlan
{
    private const double TailSpread = 1.25;

    // Even the keenest have not seen everything, unless so many ratings are asked for that they must.
    private const double LargestShare = 0.7;
    private const double LargestOverMean = 1.5;

    public static int[] Draw(DemoOptions options, int movies)
    {
        double mean = (double)options.Ratings / options.Users;
        int cap = (int)Math.Min(movies, Math.Ceiling(Math.Max(LargestShare * movies, LargestOverMean * mean)));
        int[] counts = new int[options.Users];
        Array.Fill(counts, DemoOptions.MinRatingsPerUser);
        double[] weights =
        [
            .. Enumerable
                .Range(0, options.Users)
                .Select(user =>
                    PortableMath.Exp(TailSpread * new Draws(options.Seed, DrawPurpose.Activity, user).Normal())
                ),
        ];

        long left = options.Ratings - (long)options.Users * DemoOptions.MinRatingsPerUser;
        while (left > 0)
        {
            int[] open = [.. Enumerable.Range(0, options.Users).Where(user => counts[user] < cap)];
            double total = open.Sum(user => weights[user]);
            long share = left;
            foreach (int user in open)
            {
                // Rounding down leaves a few over; the last round hands them out one by one.
                long wanted = open.Length >= share ? 1 : (long)(share * (weights[user] / total));
                int given = (int)Math.Min(Math.Min(wanted, left), cap - counts[user]);
                counts[user] += given;
                left -= given;
            }
        }

        return counts;
    }
}
