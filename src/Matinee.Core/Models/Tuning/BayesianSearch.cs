using Matinee.Core.Numerics;

namespace Matinee.Core.Models.Tuning;

/// <summary>
/// Learns from the trials so far where a better one is likely: after a start that is spread over the space, each trial is where a Gaussian
/// process expects the greatest improvement (Jones, Schonlau and Welch 1998; Snoek, Larochelle and Adams 2012). Rounded values are
/// what the process sees (Garrido-Merchán and Hernández-Lobato 2020), so that whole numbers and choices need nothing of their own.
/// </summary>
/// <param name="first">What is tried before anything else.</param>
public sealed class BayesianSearch(SearchSpace space, long seed, IReadOnlyList<double> first) : IOptionSearch
{
    private readonly int dimensions = space.Dimensions.Count;
    private readonly bool[] ordered = [.. space.Dimensions.Select(dimension => dimension.IsOrdered)];
    private readonly RandomSearch random = new(space, seed, first);

    /// <summary>Trials before the first that is learned from others; the very first included.</summary>
    public int StartTrials => dimensions + 3;

    public double[]? Propose(IReadOnlyList<SearchTrial> trials)
    {
        if (trials.Count is var number && number > 0 && number < StartTrials)
        {
            double[] spread = space.ValuesAt(LatinHypercube.Draw(StartTrials - 1, dimensions, seed)[number - 1]);
            if (!trials.Tried(spread))
            {
                return spread;
            }
        }

        // Without two different scores there is nothing to learn.
        bool learnable = trials.Select(trial => trial.Score).OfType<double>().Distinct().Skip(1).Any();
        return number >= StartTrials && learnable
            ? Promising(trials) ?? random.Propose(trials)
            : random.Propose(trials);
    }

    /// <returns>Null where everything near was tried.</returns>
    private double[]? Promising(IReadOnlyList<SearchTrial> trials)
    {
        double[][] points = [.. trials.Select(trial => space.PositionsOf(trial.Values))];
        double[] values = HalfRankWarping.Warp([.. trials.Select(trial => trial.Score)]);
        GaussianProcess process = GaussianProcessFit.Fit(points, values, ordered);
        // Not the best score, which may have been luck.
        double best = points.Max(point => process.Predict(point).Mean);
        var candidates = new CandidatePoints(space, new CounterRandom(seed, long.MinValue + trials.Count));
        int[] leaders = [.. values.Index().OrderByDescending(value => value.Item).Take(5).Select(value => value.Index)];

        (double[]? Values, double Gain) found = (null, double.NegativeInfinity);
        Consider(candidates.Anywhere(1000));
        foreach (double reach in (ReadOnlySpan<double>)[0.2, 0.05, 0.01])
        {
            Consider(leaders.SelectMany(leader => candidates.Near(points[leader], reach, 20)));
        }

        // Closer and closer around what promises most.
        for (double reach = 0.1; reach > 0.005 && found.Values is not null; reach /= 2)
        {
            Consider([.. candidates.Near(space.PositionsOf(found.Values), reach, 40)]);
        }

        return found.Values;

        void Consider(IEnumerable<double[]> proposals)
        {
            foreach (double[] proposal in proposals)
            {
                (double mean, double deviation) = process.Predict(space.PositionsOf(proposal));
                double gain = ExpectedImprovement.Of(mean, deviation, best);
                if (gain > found.Gain && !trials.Tried(proposal))
                {
                    found = (proposal, gain);
                }
            }
        }
    }
}
