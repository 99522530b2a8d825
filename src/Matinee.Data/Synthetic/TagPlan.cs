using Matinee.Data.Simulation;

namespace Matinee.Data.Synthetic;

/// <summary>How many tags each user applies: 8 % of the users apply nearly all, and a few of them most.</summary>
internal static class TagPlan
{
    private const double TaggingUsers = 0.08;
    private const double TailSpread = 1.5;

    // The silent ones only speak up where the others can't apply all tags that are asked for.
    private const double SilentWeight = 1e-7;

    /// <param name="counts">Ratings by user.</param>
    public static int[] Draw(SyntheticOptions options, ReadOnlySpan<int> counts)
    {
        double[] weights = new double[counts.Length];
        int[] rooms = new int[counts.Length];
        for (int user = 0; user < weights.Length; user++)
        {
            var draws = new Draws(options.Seed, DrawPurpose.Tagging, user);
            double keenness = draws.Chance(TaggingUsers) ? PortableMath.Exp(TailSpread * draws.Normal()) : SilentWeight;
            weights[user] = keenness * counts[user];
            rooms[user] = (int)Math.Min(int.MaxValue, (long)SyntheticOptions.MaxTagsPerRating * counts[user]);
        }

        return BoundedShares.Split(options.TagApplications, weights, rooms);
    }
}
