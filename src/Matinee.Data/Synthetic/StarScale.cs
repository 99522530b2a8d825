using Matinee.Data.Simulation;

namespace Matinee.Data.Synthetic;

/// <summary>
/// Turns a standard normal score into stars by thresholds that give MovieLens's histogram: 40 % of the users give
/// whole stars only, the others all ten levels, and both together ml-25m's shares to within half a percent.
/// </summary>
internal static class StarScale
{
    private static readonly double[] HalfStarShares = [2.6, 1.9, 2.7, 4.4, 8.4, 13.4, 21.2, 22.5, 14.7, 8.2];
    private static readonly double[] WholeStarShares = [4.9, 9.8, 28.9, 32.6, 23.8];
    private static readonly double[] HalfStarThresholds = Thresholds(HalfStarShares);
    private static readonly double[] WholeStarThresholds = Thresholds(WholeStarShares);

    /// <summary>Twice the stars, 1 to 10.</summary>
    public static int HalfStars(double score, bool usesHalfStars) =>
        usesHalfStars ? 1 + Above(HalfStarThresholds, score) : 2 + 2 * Above(WholeStarThresholds, score);

    private static int Above(double[] thresholds, double score)
    {
        int above = 0;
        foreach (double threshold in thresholds)
        {
            above += score >= threshold ? 1 : 0;
        }

        return above;
    }

    private static double[] Thresholds(double[] shares)
    {
        double[] thresholds = new double[shares.Length - 1];
        double below = 0;
        double all = shares.Sum();
        for (int n = 0; n < thresholds.Length; n++)
        {
            below += shares[n];
            thresholds[n] = PortableMath.NormalQuantile(below / all);
        }

        return thresholds;
    }
}
