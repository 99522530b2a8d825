using Matinee.Core.Numerics;

namespace Matinee.Core.Models.Tuning;

/// <summary>
/// Points of which, along every dimension, exactly one is in each of as many equal parts (McKay, Beckman and Conover 1979).
/// </summary>
internal static class LatinHypercube
{
    /// <returns>Points × dimensions, within 0 to 1.</returns>
    public static double[][] Draw(int points, int dimensions, long seed)
    {
        double[][] drawn = [.. Enumerable.Range(0, points).Select(_ => new double[dimensions])];
        for (int d = 0; d < dimensions; d++)
        {
            int[] parts = [.. Enumerable.Range(0, points)];
            // Negative streams: the trials have the others.
            var random = new CounterRandom(seed, -1 - d);
            random.Shuffle<int>(parts);
            for (int n = 0; n < points; n++)
            {
                drawn[n][d] = (parts[n] + random.Uniform(points + n)) / points;
            }
        }

        return drawn;
    }
}
