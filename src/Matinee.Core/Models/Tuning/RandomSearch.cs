using Matinee.Core.Numerics;

namespace Matinee.Core.Models.Tuning;

/// <summary>Values by lot, evenly over the positions of every dimension (Bergstra and Bengio 2012).</summary>
/// <param name="first">What is tried before anything else.</param>
public sealed class RandomSearch(SearchSpace space, long seed, IReadOnlyList<double> first) : IOptionSearch
{
    // By then nearly everything that can be drawn has been.
    private const int Attempts = 100;

    public double[]? Propose(IReadOnlyList<SearchTrial> trials) => trials.Count == 0 ? [.. first] : Draw(trials);

    private double[]? Draw(IReadOnlyList<SearchTrial> trials)
    {
        var random = new CounterRandom(seed, trials.Count);
        double[] values = [];
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            values = At(random, attempt);
            if (!trials.Tried(values))
            {
                return values;
            }
        }

        return space.Size is null ? values : space.All().FirstOrDefault(rest => !trials.Tried(rest));
    }

    private double[] At(CounterRandom random, int attempt)
    {
        int width = space.Dimensions.Count;
        return space.ValuesAt([.. Enumerable.Range(attempt * width, width).Select(n => random.Uniform(n))]);
    }
}
