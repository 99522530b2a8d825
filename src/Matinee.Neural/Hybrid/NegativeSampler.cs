using Matinee.Core.Numerics;

namespace Matinee.Neural.Hybrid;

/// <summary>
/// Rated movies that share a step's softmax: half drawn by how often they were rated, half evenly. Each carries the logarithm of
/// its chance to be drawn, so that the sampled sum estimates the whole one (Bengio and Senécal 2008; Yi et al. 2019).
/// </summary>
internal sealed class NegativeSampler
{
    private readonly int draws;
    private readonly int rated;
    private readonly double[] cumulative;
    private readonly double[] chances;

    public NegativeSampler(int[] ratingCounts, int draws)
    {
        this.draws = draws;
        double total = ratingCounts.Sum(count => (double)count);
        rated = ratingCounts.Count(count => count > 0);
        chances = [.. ratingCounts.Select(count => count > 0 ? 0.5 / rated + 0.5 * count / total : 0)];
        cumulative = new double[chances.Length];
        double sum = 0;
        for (int item = 0; item < chances.Length; item++)
        {
            sum += chances[item];
            cumulative[item] = sum;
        }
    }

    /// <summary>Distinct movies, ascending, each with its chance to be among the drawn; null where all movies stand.</summary>
    public (int[] Items, float[] Chances)? Draw(CounterRandom random, long from)
    {
        if (draws >= rated)
        {
            return null;
        }

        var drawn = new SortedSet<int>();
        for (int n = 0; n < draws; n++)
        {
            int place = Array.BinarySearch(cumulative, random.Uniform(from + n) * cumulative[^1]);
            drawn.Add(Math.Min(place < 0 ? ~place : place, chances.Length - 1));
        }

        int[] items = [.. drawn];
        return (items, [.. items.Select(item => (float)(1 - Math.Pow(1 - chances[item], draws)))]);
    }
}
